package dev.loadline.advisor.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code java -jar loadline.jar}: the command line. */
@Command(
    name = "loadline",
    description = "How much more load a running service can safely take, and what breaks first.",
    mixinStandardHelpOptions = true,
    versionProvider = Loadline.Version.class,
    subcommands = {
      RunCommand.class,
      HeadroomCommand.class,
      ConfigCommand.class,
      CheckCommand.class,
      ModelsCommand.class,
      PlanCommand.class,
      ImportCommand.class,
      AttachCommand.class,
      ExplainCommand.class
    })
public final class Loadline {

  private Loadline() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().setOut(out()).execute(withDefault(arguments)));
  }

  /** UTF-8 into files and pipes, whatever the locale; what a terminal reads where it is known. */
  private static PrintWriter out() {
    String terminal = System.getProperty("sun.stdout.encoding");
    Charset charset = terminal == null ? StandardCharsets.UTF_8 : Charset.forName(terminal);
    return new PrintWriter(System.out, true, charset);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Loadline()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /**
   * {@code run} where no command is named: {@code loadline --config x} is {@code run --config x}.
   */
  static String[] withDefault(String... arguments) {
    List<String> given = new ArrayList<>(List.of(arguments));
    boolean ofLoadline =
        !given.isEmpty()
            && (!given.get(0).startsWith("-")
                || List.of("-h", "--help", "-V", "--version").contains(given.get(0)));
    if (!ofLoadline) {
      given.add(0, "run");
    }
    return given.toArray(String[]::new);
  }

  /** The version in the archive. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Loadline.class.getPackage().getImplementationVersion();
      return new String[] {"loadline " + (version == null ? "unpacked" : version)};
    }
  }
}
