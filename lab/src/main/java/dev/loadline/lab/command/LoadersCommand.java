package dev.loadline.lab.command;

import com.google.auto.service.AutoService;
import dev.loadline.lab.demo.AgentJar;
import dev.loadline.lab.demo.Directories;
import dev.loadline.lab.report.Table;
import dev.loadline.lab.starts.Loaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loaders}: many class loaders in little memory. */
@Command(
    name = "loaders",
    mixinStandardHelpOptions = true,
    description =
        "Throws away class loaders, each with a class that the agent hooks, in 64 MiB of heap and"
            + " of metaspace, without the agent and with it; exit 1 when memory runs out.")
@AutoService(LabCommand.class)
public final class LoadersCommand implements LabCommand {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "50000",
      description = "class loaders (${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--java",
      paramLabel = "HOME",
      defaultValue = "${sys:java.home}",
      description = "JDK to run on (this one)")
  private Path home = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("loadline-loaders-");
    try {
      Loaders loaders = new Loaders(AgentJar.find(), directory);
      Loaders.Outcome without = loaders.run(home, count, false);
      Loaders.Outcome with = loaders.run(home, count, true);
      Table table = new Table("class loaders", "without agent", "with agent", "aim", "met");
      table.add(
          count,
          word(without),
          word(with),
          "memory suffices, the class is hooked",
          with.holds() ? "yes" : "NO");
      Objects.requireNonNull(spec).commandLine().getOut().println(table);
      return with.holds() ? 0 : 1;
    } finally {
      Directories.remove(directory);
    }
  }

  private static String word(Loaders.Outcome outcome) {
    String exit = outcome.exit().isPresent() ? "exit " + outcome.exit().getAsInt() : "hung";
    return String.format(Locale.ROOT, "%s, %.1f s %s", exit, outcome.seconds(), outcome.trouble())
        .strip();
  }
}
