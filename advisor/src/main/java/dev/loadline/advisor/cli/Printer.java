package dev.loadline.advisor.cli;

import dev.loadline.advisor.cli.render.Style;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: its answer, and to the side what went wrong. */
record Printer(PrintWriter out, PrintWriter err, Style style) {
  private static final int LONGEST = 500;

  static Printer of(@Nullable CommandSpec spec) {
    var commandLine = Objects.requireNonNull(spec).commandLine();
    return new Printer(
        commandLine.getOut(),
        commandLine.getErr(),
        new Style(commandLine.getColorScheme().ansi().enabled()));
  }

  /** The answer, which ends its own lines. */
  void print(String answer) {
    out.print(answer);
    out.flush();
  }

  /** What went wrong, a line each; a value that fills pages is cut short. */
  void refuse(String problems) {
    err.println(
        Arrays.stream(problems.split("\n", -1))
            .map(Printer::line)
            .collect(Collectors.joining("\n")));
    err.flush();
  }

  private static String line(String line) {
    String shown = Style.visible(line);
    return shown.length() <= LONGEST
        ? shown
        : "%s … %s"
            .formatted(
                shown.substring(0, LONGEST / 2), shown.substring(shown.length() - LONGEST / 2));
  }
}
