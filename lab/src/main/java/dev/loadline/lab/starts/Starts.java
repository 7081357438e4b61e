package dev.loadline.lab.starts;

import dev.loadline.lab.fetch.Jdks;
import dev.loadline.lab.part.JavaRun;
import dev.loadline.lab.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts applications of every shape again and again with the agent. They stay for different times
 * when they are done, so that their end falls into every moment of the agent's own start.
 */
public final class Starts {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long[] LINGER_MILLIS = {0, 100, 0, 450, 0, 500, 520, 0, 600, 900};
  private static final int SAY_EVERY = 50;

  private final Path agent;
  private final Path directory;
  private final List<Path> homes;
  private final PrintWriter out;
  private final Map<Case, Count> counts = new LinkedHashMap<>();

  /** Nothing was started yet. */
  public Starts(Path agent, Path directory, List<Path> homes, PrintWriter out) {
    this.agent = agent;
    this.directory = directory;
    this.homes = homes;
    this.out = out;
  }

  private record Case(Shape shape, String classPath, Path home) {}

  /** Starts so many, some at the same time. */
  public void run(int starts, int atOnce) throws IOException, InterruptedException {
    for (Shape shape : Shape.all()) {
      String classPath = shape.classPath(directory);
      for (Path home : homes) {
        Case one = new Case(shape, classPath, home);
        counts.put(one, new Count(start(one, List.of(), 0)));
      }
    }
    List<Case> cases = List.copyOf(counts.keySet());
    AtomicInteger done = new AtomicInteger();
    List<Callable<Void>> all = new ArrayList<>();
    for (int i = 0; i < starts; i++) {
      Case one = cases.get(i % cases.size());
      long linger = LINGER_MILLIS[(i / cases.size()) % LINGER_MILLIS.length];
      all.add(
          () -> {
            Objects.requireNonNull(counts.get(one)).add(withAgent(one, linger));
            say(done.incrementAndGet(), starts);
            return null;
          });
    }
    work(all, atOnce);
  }

  private static void work(List<Callable<Void>> all, int atOnce) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      for (Future<Void> one : threads.invokeAll(all)) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a start failed: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void say(int done, int of) {
    if (done % SAY_EVERY == 0) {
      out.printf("  %d of %d starts%n", done, of);
      out.flush();
    }
  }

  private End withAgent(Case one, long linger) throws IOException, InterruptedException {
    return start(one, List.of("-javaagent:" + agent + "=" + one.shape().agent()), linger);
  }

  private End start(Case one, List<String> options, long linger)
      throws IOException, InterruptedException {
    JavaRun.Command command =
        new JavaRun.Command(
            one.home(),
            List.of("-Xmx128m", "-XX:+UseSerialGC"),
            one.classPath(),
            one.shape().main(),
            one.shape().arguments(linger, one.classPath()));
    Path here = Files.createTempDirectory(directory, "start");
    try (JavaRun run = JavaRun.start(command.with(options), here)) {
      return new End(run.waitFor(PATIENCE), run.out());
    }
  }

  /** Whether each start ended as it does without the agent. */
  public boolean holds() {
    return !counts.isEmpty() && counts.values().stream().allMatch(Count::holds);
  }

  /** One row for each shape and JDK. */
  public String table() {
    Table table =
        new Table(
            "application",
            "JDK",
            "exit without",
            "starts with agent",
            "hung",
            "other exit",
            "other output",
            "aim",
            "met");
    counts.forEach(
        (one, count) ->
            table.add(
                one.shape().name(),
                Jdks.feature(one.home()),
                count.bare().hung() ? "hung" : "" + count.bare().exit().getAsInt(),
                count.starts(),
                count.hung(),
                count.otherExit(),
                count.otherOutput(),
                "0",
                count.holds() ? "yes" : "NO"));
    return table.toString();
  }
}
