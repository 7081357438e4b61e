package dev.loadline.advisor.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code loadline config --check}: all that is wrong with a configuration, without running it. */
@Command(
    name = "config",
    description = "Check a configuration: all its problems at once.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:good", "2:bad, every problem on a line of its own"})
final class ConfigCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--check", required = true, description = "check and say so")
  private boolean check;

  @Option(names = "--config", paramLabel = "FILE", description = "loadline.yaml if left out")
  private @Nullable Path config;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    try {
      LoadlineSettings settings = ConfigFile.read(config);
      settings.watched();
      Wiring.check(settings);
      out.printf(
          "good: %d services, %d notifiers%n",
          settings.services().size(), settings.notifiers().size());
      return check ? 0 : 2;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
  }
}
