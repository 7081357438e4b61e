package dev.loadline.lab.command;

import com.google.auto.service.AutoService;
import dev.loadline.lab.demo.AgentJar;
import dev.loadline.lab.demo.Directories;
import dev.loadline.lab.fetch.Jdks;
import dev.loadline.lab.suite.Mode;
import dev.loadline.lab.suite.Suite;
import dev.loadline.lab.suite.SuiteComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code suites}: other projects' tests with the agent. */
@Command(
    name = "suites",
    mixinStandardHelpOptions = true,
    description =
        "Runs other projects' tests without the agent, with it, and with hooks that always throw;"
            + " exit 1 when a test fails only with the agent.")
@AutoService(LabCommand.class)
public final class SuitesCommand implements LabCommand {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "SUITE",
      description = "commons-pool2, commons-dbcp2, vertx-core, netty (all)")
  private List<String> names = List.of();

  @Option(
      names = "--java",
      paramLabel = "HOME",
      description = "JDK to run on, once or more (this one, and the newest beside it)")
  private List<Path> homes = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "how to run beside bare: ${COMPLETION-CANDIDATES} (all)")
  private List<Mode> modes = List.of();

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      defaultValue = "900",
      description = "of one run (${DEFAULT-VALUE})")
  private int limit;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path directory = Files.createTempDirectory("loadline-suites-");
    try {
      SuiteComparison comparison =
          new SuiteComparison(
              AgentJar.find(),
              directory,
              Duration.ofSeconds(limit),
              modes.isEmpty() ? EnumSet.allOf(Mode.class) : EnumSet.copyOf(modes),
              out);
      for (Suite suite : chosen()) {
        for (Path home : homes.isEmpty() ? Jdks.homes() : homes) {
          comparison.compare(suite, home);
        }
      }
      out.println();
      out.println(comparison.table());
      return comparison.holds() ? 0 : 1;
    } finally {
      Directories.remove(directory);
    }
  }

  private List<Suite> chosen() {
    List<String> known = Suite.all().stream().map(Suite::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("no suite " + name + ", there are " + known);
      }
    }
    return Suite.all().stream()
        .filter(suite -> names.isEmpty() || names.contains(suite.name()))
        .toList();
  }
}
