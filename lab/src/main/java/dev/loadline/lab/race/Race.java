package dev.loadline.lab.race;

import dev.loadline.lab.part.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets one engine after the other scrape the same targets, and measures the second half of its
 * time: the first is for finding them, for compiling and for filling caches.
 */
public final class Race {
  private static final String LOG = "log.txt";
  private static final double MILLION = 1e6;

  private final Path directory;
  private final int targets;
  private final Duration interval;
  private final Duration half;

  /**
   * A race of so many targets.
   *
   * @param half how long each engine is measured, after as long to warm up
   */
  public Race(Path directory, int targets, Duration interval, Duration half) {
    this.directory = directory;
    this.targets = targets;
    this.interval = interval;
    this.half = half;
  }

  /**
   * What one engine took.
   *
   * @param samples on the pages that it fetched while it was measured
   * @param missed scrapes that were due and did not come to their end
   * @param cpuSeconds of its process
   * @param residentMib in the end
   */
  public record Lap(
      String engine, long samples, long missed, double cpuSeconds, double residentMib) {

    /** Seconds of a processor for a million samples: 2.0 are 2 µs each. */
    public double secondsPerMillion() {
      return cpuSeconds / samples * MILLION;
    }
  }

  /** The engines that there are. */
  public static List<String> engines() {
    return all().stream().filter(Engine::present).map(Engine::name).toList();
  }

  /** Runs the engine of this name. */
  public Lap run(String name) throws IOException, InterruptedException {
    Engine engine =
        all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    Path own = Files.createDirectories(directory.resolve(name));
    try (Targets served = new Targets(targets)) {
      Process process = start(engine.command(own, served, interval), own);
      Thread end = new Thread(process::destroyForcibly, "end-of-" + name);
      Runtime.getRuntime().addShutdownHook(end);
      try {
        return measure(engine, served, process, own);
      } finally {
        process.destroyForcibly().waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
      }
    }
  }

  private Lap measure(Engine engine, Targets served, Process process, Path own)
      throws IOException, InterruptedException {
    if (process.waitFor(half.toMillis(), TimeUnit.MILLISECONDS)) {
      String said = Files.readString(own.resolve(LOG), StandardCharsets.UTF_8);
      throw new IllegalStateException(engine.name() + " ended: " + said);
    }
    served.taken();
    double before = Usage.cpuMillis(process.pid());
    TimeUnit.NANOSECONDS.sleep(half.toNanos());
    double used = (Usage.cpuMillis(process.pid()) - before) / 1e3;
    long taken = served.taken();
    if (taken == 0) {
      throw new IllegalStateException(engine.name() + " scraped nothing");
    }
    long due = targets * half.toMillis() / interval.toMillis();
    return new Lap(
        engine.name(),
        taken * Pages.SERIES,
        Math.max(0, due - taken),
        used,
        Usage.residentMib(process.pid()));
  }

  private static Process start(List<String> command, Path directory) throws IOException {
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve(LOG).toFile())
        .start();
  }

  private static List<Engine> all() {
    return List.of(new LoadlineEngine(), ProgramEngine.PROMETHEUS, ProgramEngine.VICTORIA_METRICS);
  }
}
