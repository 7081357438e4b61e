package dev.loadline.advisor.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** Runs commands as a terminal would, and keeps what they print. */
final class Terminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Help.Ansi colours;

  Terminal() {
    this(Help.Ansi.OFF);
  }

  Terminal(Help.Ansi colours) {
    this.colours = colours;
  }

  int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine commandLine = Loadline.commandLine();
    commandLine.setColorScheme(Help.defaultColorScheme(colours));
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return commandLine.execute(Loadline.withDefault(arguments));
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
