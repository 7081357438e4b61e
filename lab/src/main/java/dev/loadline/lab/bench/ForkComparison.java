package dev.loadline.lab.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * A JMH benchmark with and without the agent, in forks that take turns, so that a change of the
 * machine's mood falls on both alike; each figure is the median of its forks.
 */
public final class ForkComparison {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Class<?> bench;
  private final Path agent;
  private final boolean quick;
  private final TreeMap<Case, List<Measure>> measures = new TreeMap<>();

  /**
   * A comparison.
   *
   * @param quick one short round, to see that it works; its figures are worth little
   */
  public ForkComparison(Class<?> bench, Path agent, boolean quick) {
    this.bench = bench;
    this.agent = agent;
    this.quick = quick;
  }

  private record Case(int threads, boolean withAgent) implements Comparable<Case> {
    @Override
    public int compareTo(Case other) {
      return threads != other.threads
          ? Integer.compare(threads, other.threads)
          : Boolean.compare(withAgent, other.withAgent);
    }
  }

  private record Measure(double nanos, double bytes) {}

  /** Runs all rounds. */
  public ForkComparison run() throws RunnerException {
    for (int round = 0; round < (quick ? 1 : 5); round++) {
      for (int threads = 1; threads <= 2; threads++) {
        measure(new Case(threads, false));
        measure(new Case(threads, true));
      }
    }
    return this;
  }

  private void measure(Case what) throws RunnerException {
    Collection<RunResult> results = new Runner(options(what).build()).run();
    for (RunResult result : results) {
      double bytes = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore();
      measures
          .computeIfAbsent(what, absent -> new ArrayList<>())
          .add(new Measure(result.getPrimaryResult().getScore(), bytes));
    }
  }

  private ChainedOptionsBuilder options(Case what) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(bench.getName())
            .threads(what.threads())
            .forks(1)
            .warmupIterations(quick ? 1 : 5)
            .warmupTime(TimeValue.milliseconds(quick ? 300 : 1_000))
            .measurementIterations(quick ? 1 : 5)
            .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    List<String> jvm =
        new ArrayList<>(List.of("-Xmx512m", "-Dlogback.configurationFile=logback-lab.xml"));
    if (what.withAgent()) {
      jvm.add("-javaagent:" + agent + "=port=0");
    }
    return options.jvmArgs(jvm.toArray(String[]::new));
  }

  /** What the agent adds for each number of threads, beside what it may. */
  public List<Cost> costs(String name, double aimNanos, double aimBytes) {
    List<Cost> costs = new ArrayList<>();
    for (int threads = 1; threads <= 2; threads++) {
      List<Measure> without = measures.getOrDefault(new Case(threads, false), List.of());
      List<Measure> with = measures.getOrDefault(new Case(threads, true), List.of());
      String what = name + ", threads " + threads;
      costs.add(
          Cost.added(
              what,
              "ns",
              Cost.median(without.stream().map(Measure::nanos).toList()),
              Cost.median(with.stream().map(Measure::nanos).toList()),
              aimNanos));
      costs.add(
          Cost.added(
              what,
              "B",
              Cost.median(without.stream().map(Measure::bytes).toList()),
              Cost.median(with.stream().map(Measure::bytes).toList()),
              aimBytes));
    }
    return costs;
  }

  /** The figures of borrow and return as a Markdown table. */
  public String markdown() {
    StringBuilder table =
        new StringBuilder(
            """
            | threads | agent | ns per borrow and return | lowest–highest fork | bytes |
            |---|---|---|---|---|
            """);
    measures.forEach((what, forks) -> table.append(row(what, forks)));
    return table.toString();
  }

  private static String row(Case what, List<Measure> forks) {
    double[] nanos = forks.stream().mapToDouble(Measure::nanos).sorted().toArray();
    double[] bytes = forks.stream().mapToDouble(Measure::bytes).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "| %d | %s | %.0f | %.0f–%.0f | %.1f |%n",
        what.threads(),
        what.withAgent() ? "with" : "without",
        nanos[nanos.length / 2],
        nanos[0],
        nanos[nanos.length - 1],
        bytes[bytes.length / 2]);
  }
}
