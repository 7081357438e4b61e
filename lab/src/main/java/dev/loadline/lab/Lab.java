package dev.loadline.lab;

import dev.loadline.lab.command.LabCommand;
import java.util.Arrays;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The lab's entrance: {@code demo} unless another command is named. */
@Command(
    name = "lab",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Proves Loadline on real services under real load.")
public final class Lab {
  private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

  private Lab() {}

  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "logback-lab.xml");
    System.exit(commandLine().execute(withDefault(arguments)));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Lab());
    ServiceLoader.load(LabCommand.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(command -> command.getClass().getName()))
        .forEach(line::addSubcommand);
    line.setExecutionExceptionHandler(Lab::explain);
    return line;
  }

  private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    line.getErr().println("lab: " + failure.getMessage());
    return 1;
  }

  static String[] withDefault(String[] arguments) {
    if (arguments.length > 0 && !isOptionOfDemo(arguments[0])) {
      return arguments;
    }
    return Stream.concat(Stream.of("demo"), Arrays.stream(arguments)).toArray(String[]::new);
  }

  private static boolean isOptionOfDemo(String argument) {
    return argument.startsWith("-") && !OWN_OPTIONS.contains(argument);
  }
}
