package dev.loadline.lab.truth;

import dev.loadline.lab.fetch.Libraries;
import dev.loadline.lab.fetch.Sources;
import dev.loadline.lab.part.AgentStatus;
import dev.loadline.lab.part.JavaRun;
import dev.loadline.lab.report.Table;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets an application borrow from each library's pool by one script, and compares what the agent
 * says with what the application wrote down itself.
 */
public final class TruthRun {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Longer than the agent keeps a reading. */
  private static final long FRESH_MILLIS = 1100;

  private final Path agent;
  private final Path directory;
  private final long seed;
  private final List<Truth> truths = new ArrayList<>();

  /** A run of nothing yet, of the script with this seed. */
  public TruthRun(Path agent, Path directory, long seed) {
    this.agent = agent;
    this.directory = directory;
    this.seed = seed;
  }

  /** The libraries that can be run. */
  public static List<String> libraries() {
    return Pool.all().stream().map(Pool::library).toList();
  }

  /** Runs the script on one library's pool. */
  public void run(String library, Path home) throws IOException, InterruptedException {
    Pool pool =
        Pool.all().stream().filter(one -> one.library().equals(library)).findFirst().orElseThrow();
    String libraries = Libraries.classPath(pool.coordinates().split(" ", -1));
    Path classes = Files.createTempDirectory(directory, library);
    Sources.compile(classes, libraries, "TruthApp", "PoolMaker", "StubDriver");
    JavaRun.Command command =
        new JavaRun.Command(
            home,
            List.of("-javaagent:" + agent + "=port=0", "-Xmx256m"),
            classes + File.pathSeparator + libraries,
            "TruthApp",
            pool.arguments());
    try (JavaRun run = JavaRun.start(command, classes)) {
      run.await("ready", PATIENCE);
      compare(pool, run);
    }
  }

  private void compare(Pool pool, JavaRun run) throws IOException, InterruptedException {
    Samples before = samples(pool, run);
    ask(run, "script " + seed);
    Ledger ledger = Ledger.parse(run.out().lines().toList());
    Samples after = samples(pool, run);
    add(pool, "acquired", (double) ledger.acquired(), after.since(before, "acquired_total"));
    add(pool, "timeouts", (double) ledger.timeouts(), after.since(before, "timeouts_total"));
    add(pool, "integral of N, s", ledger.seconds(), after.since(before, "in_use_seconds_total"));
    add(
        pool,
        "integral of N², s",
        ledger.squaredSeconds(),
        after.since(before, "in_use_squared_seconds_total"));
    add(pool, "holds, s", ledger.seconds(), after.since(before, "hold_seconds_sum"));
    add(pool, "waits, s", ledger.waitSeconds(), after.since(before, "wait_seconds_sum"));
    if (pool.busy()) {
      add(pool, "busy, s", ledger.busySeconds(), after.since(before, "busy_seconds_total"));
    }
    for (int peak : new int[] {2, Pool.LIMIT, 3}) {
      ask(run, "peak " + peak);
      add(pool, "peak of 5 ms", peak, samples(pool, run).of("in_use_peak"));
    }
  }

  private static void ask(JavaRun run, String command) throws IOException, InterruptedException {
    run.say(command + "\n");
    run.await("done " + command, PATIENCE);
  }

  private static Samples samples(Pool pool, JavaRun run) throws IOException, InterruptedException {
    TimeUnit.MILLISECONDS.sleep(FRESH_MILLIS);
    @Nullable String address = run.agent();
    if (address == null) {
      throw new IllegalStateException("the agent does not say where it is: " + run.err());
    }
    return Samples.parse(AgentStatus.get(address, "/metrics"), pool.library());
  }

  private void add(Pool pool, String figure, double ledger, double agentSays) {
    truths.add(new Truth(pool.library(), figure, ledger, agentSays));
  }

  /** Whether every figure is right. */
  public boolean holds() {
    return !truths.isEmpty() && truths.stream().allMatch(Truth::holds);
  }

  /** One row for each figure of each library. */
  public String table() {
    Table table = new Table("library", "figure", "ledger", "agent", "off by", "aim", "met");
    for (Truth truth : truths) {
      table.add(
          truth.library(),
          truth.figure(),
          number(truth.ledger()),
          number(truth.agent()),
          truth.percent(),
          "1 %",
          truth.holds() ? "yes" : "NO");
    }
    return table.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.4f", value);
  }
}
