package dev.loadline.lab.command;

import com.google.auto.service.AutoService;
import dev.loadline.lab.demo.AgentJar;
import dev.loadline.lab.demo.Directories;
import dev.loadline.lab.fetch.Jdks;
import dev.loadline.lab.starts.Starts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code starts}: many starts with the agent. */
@Command(
    name = "starts",
    mixinStandardHelpOptions = true,
    description =
        "Starts ten kinds of applications again and again with the agent; exit 1 when one hangs,"
            + " or ends or says something else than without it.")
@AutoService(LabCommand.class)
public final class StartsCommand implements LabCommand {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "starts altogether (${DEFAULT-VALUE})")
  private int count;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "2",
      description = "at the same time (${DEFAULT-VALUE})")
  private int atOnce;

  @Option(
      names = "--java",
      paramLabel = "HOME",
      description = "JDK to run on, once or more (this one, and the newest beside it)")
  private List<Path> homes = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Path directory = Files.createTempDirectory("loadline-starts-");
    try {
      Starts starts =
          new Starts(AgentJar.find(), directory, homes.isEmpty() ? Jdks.homes() : homes, out);
      starts.run(count, atOnce);
      out.println(starts.table());
      return starts.holds() ? 0 : 1;
    } finally {
      Directories.remove(directory);
    }
  }
}
