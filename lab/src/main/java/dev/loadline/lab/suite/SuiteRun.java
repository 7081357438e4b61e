package dev.loadline.lab.suite;

import dev.loadline.lab.fetch.Libraries;
import dev.loadline.lab.fetch.Sources;
import dev.loadline.lab.part.AgentStatus;
import dev.loadline.lab.part.JavaRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Runs the tests of one suite, each run in a JVM of its own, with JUnit's console launcher. */
final class SuiteRun {
  private static final String JUNIT = "5.14.4";
  private static final String PLATFORM = "1.14.4";
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final long SAY_EVERY_NANOS = Duration.ofSeconds(20).toNanos();

  private final Suite suite;
  private final Path agent;
  private final Path directory;
  private final Duration limit;
  private final PrintWriter out;
  private final String classPath;
  private final Path archive;

  SuiteRun(Suite suite, Path agent, Path directory, Duration limit, PrintWriter out)
      throws IOException {
    this.suite = suite;
    this.agent = agent;
    this.directory = directory;
    this.limit = limit;
    this.out = out;
    String libraries = suite.classPath();
    String launcher =
        Libraries.classPath(
            "org.junit.platform:junit-platform-console:" + PLATFORM,
            "org.junit.jupiter:junit-jupiter:" + JUNIT,
            "org.junit.vintage:junit-vintage-engine:" + JUNIT);
    archive = suite.archive(directory, Libraries.joined(launcher, libraries));
    classPath = Libraries.joined("" + listener(launcher), launcher, archive.toString(), libraries);
  }

  private Path listener(String launcher) throws IOException {
    Path to = Files.createTempDirectory(directory, "listener");
    Sources.compile(to, launcher, "TellListener");
    Path services = Files.createDirectories(to.resolve("META-INF/services"));
    Files.writeString(
        services.resolve("org.junit.platform.launcher.TestExecutionListener"), "TellListener\n");
    return to;
  }

  /**
   * What came of a run.
   *
   * @param results of its tests, as far as it came
   * @param inTime whether it came to its end within the limit
   * @param status what the agent said last
   * @param took from start to end
   */
  record Outcome(Results results, boolean inTime, AgentStatus status, Duration took) {}

  Outcome all(Path home, Mode mode) throws IOException, InterruptedException {
    return run(home, mode, suite.selectionIn(archive));
  }

  /** Only these tests. */
  Outcome only(Path home, Mode mode, List<String> ids) throws IOException, InterruptedException {
    return run(home, mode, ids.stream().map(id -> "--select-unique-id=" + id).toList());
  }

  private Outcome run(Path home, Mode mode, List<String> selection)
      throws IOException, InterruptedException {
    Path results = Files.createTempFile(directory, suite.name(), ".results");
    List<String> arguments =
        new ArrayList<>(List.of("execute", "--disable-banner", "--details=none"));
    arguments.addAll(selection);
    List<String> options = new ArrayList<>(mode.options(agent));
    options.addAll(suite.options());
    options.addAll(List.of("-Xmx1g", "-Dlab.results=" + results));
    JavaRun.Command command =
        new JavaRun.Command(
            home, options, classPath, "org.junit.platform.console.ConsoleLauncher", arguments);
    long from = System.nanoTime();
    try (JavaRun run = JavaRun.start(command, Files.createTempDirectory(directory, "run"))) {
      AgentStatus status = watch(run, mode, results, from);
      boolean inTime = !run.alive();
      Results read = read(results);
      if (read.statuses().isEmpty()) {
        throw new IllegalStateException(suite.name() + " ran no test: " + run.out() + run.err());
      }
      return new Outcome(read, inTime, status, Duration.ofNanos(System.nanoTime() - from));
    }
  }

  private AgentStatus watch(JavaRun run, Mode mode, Path results, long from)
      throws IOException, InterruptedException {
    AgentStatus status = AgentStatus.SILENT;
    long said = from;
    OptionalInt exit = run.waitFor(LOOK);
    while (exit.isEmpty() && System.nanoTime() - from < limit.toNanos()) {
      AgentStatus now = AgentStatus.of(run);
      status = now == null ? status : now;
      if (System.nanoTime() - said > SAY_EVERY_NANOS) {
        said = System.nanoTime();
        out.printf(
            "    %4d s  %s, %s: %d tests%n",
            (said - from) / 1_000_000_000L, suite.name(), mode, read(results).statuses().size());
        out.flush();
      }
      exit = run.waitFor(LOOK);
    }
    return status;
  }

  private static Results read(Path results) throws IOException {
    return Results.parse(Files.readString(results, StandardCharsets.UTF_8).lines().toList());
  }
}
