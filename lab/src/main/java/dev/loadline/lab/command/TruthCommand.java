package dev.loadline.lab.command;

import com.google.auto.service.AutoService;
import dev.loadline.lab.demo.AgentJar;
import dev.loadline.lab.demo.Directories;
import dev.loadline.lab.truth.TruthRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truth}: the agent's figures beside an application's own. */
@Command(
    name = "truth",
    mixinStandardHelpOptions = true,
    description =
        "Lets an application borrow by a script from every JDBC pool and compares the agent's"
            + " figures with the application's ledger; exit 1 when one is off by more than 1 %%.")
@AutoService(LabCommand.class)
public final class TruthCommand implements LabCommand {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "LIBRARY",
      description = "hikaricp, dbcp2, tomcat-jdbc, c3p0, druid, agroal, vibur, oracle-ucp (all)")
  private List<String> libraries = List.of();

  @Option(
      names = "--java",
      paramLabel = "HOME",
      defaultValue = "${sys:java.home}",
      description = "JDK to run on (this one)")
  private Path home = Path.of("");

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "of the script (${DEFAULT-VALUE})")
  private long seed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("loadline-truth-");
    try {
      TruthRun truth = new TruthRun(AgentJar.find(), directory, seed);
      for (String library : libraries.isEmpty() ? TruthRun.libraries() : libraries) {
        truth.run(library, home);
      }
      Objects.requireNonNull(spec).commandLine().getOut().println(truth.table());
      return truth.holds() ? 0 : 1;
    } finally {
      Directories.remove(directory);
    }
  }
}
