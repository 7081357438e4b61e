package dev.loadline.lab.starts;

import dev.loadline.lab.fetch.Libraries;
import dev.loadline.lab.fetch.Sources;
import dev.loadline.lab.part.AgentStatus;
import dev.loadline.lab.part.JavaRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Class loaders that are thrown away, each with its own copy of a class that the agent hooks. */
public final class Loaders {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String TYPE = "com.zaxxer.hikari.pool.ProxyConnection";

  private final Path agent;
  private final Path directory;

  /** Nothing was started yet. */
  public Loaders(Path agent, Path directory) {
    this.agent = agent;
    this.directory = directory;
  }

  /**
   * What came of it.
   *
   * @param exit code, 0 where memory was enough
   * @param seconds until the last loader was let go
   * @param matched whether the agent says that it hooked the class; always without the agent
   * @param trouble the first line that the JVM wrote of a lack of memory; empty if none
   */
  public record Outcome(OptionalInt exit, double seconds, boolean matched, String trouble) {
    /** Whether it went well. */
    public boolean holds() {
      return exit.equals(OptionalInt.of(0)) && matched && trouble.isEmpty();
    }
  }

  /** So many of them in 64 MiB of heap and 64 MiB of metaspace. */
  public Outcome run(Path home, int loaders, boolean withAgent)
      throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory(directory, "loaders");
    Sources.compile(classes, "", "LoadersApp");
    JavaRun.Command command =
        new JavaRun.Command(
            home,
            List.of("-Xmx64m", "-XX:MaxMetaspaceSize=64m", "-XX:+UseSerialGC"),
            classes.toString(),
            "LoadersApp",
            List.of("" + loaders, Libraries.classPath("com.zaxxer:HikariCP:7.1.0"), TYPE));
    List<String> options = withAgent ? List.of("-javaagent:" + agent + "=port=0") : List.of();
    try (JavaRun run = JavaRun.start(command.with(options), classes)) {
      double seconds = run.await("ready", PATIENCE) / 1e9;
      AgentStatus status = AgentStatus.of(run);
      boolean matched = !withAgent || (status != null && status.matched().contains("hikaricp"));
      return new Outcome(run.end(Duration.ofSeconds(60)), seconds, matched, trouble(run.err()));
    }
  }

  static String trouble(String err) {
    return err.lines().filter(line -> line.contains("OutOfMemory")).findFirst().orElse("");
  }
}
