package dev.loadline.lab.bench;

import dev.loadline.lab.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How many megabytes of exposition are read in a second; each figure the median of its forks. */
public final class ParseSpeed {
  private static final double AIM = 600;
  private static final String AIMED_AT = "nothingWanted";

  private final boolean quick;
  private final TreeMap<String, List<Double>> speeds = new TreeMap<>();
  private final TreeMap<String, List<Double>> bytes = new TreeMap<>();

  /**
   * A measurement.
   *
   * @param quick one short round, to see that it works; its figures are worth little
   */
  public ParseSpeed(boolean quick) {
    this.quick = quick;
  }

  /** Runs all rounds. */
  public ParseSpeed run() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(ParseBench.class.getName())
        .forks(1)
        .warmupIterations(quick ? 1 : 3)
        .warmupTime(TimeValue.milliseconds(quick ? 300 : 1_000))
        .measurementIterations(quick ? 1 : 3)
        .measurementTime(TimeValue.milliseconds(quick ? 300 : 1_000))
        .addProfiler(GCProfiler.class)
        .jvmArgs("-Xmx512m")
        .shouldFailOnError(true);
    for (int round = 0; round < (quick ? 1 : 3); round++) {
      new Runner(options.build()).run().forEach(this::keep);
    }
    return this;
  }

  private void keep(RunResult result) {
    String name = result.getPrimaryResult().getLabel();
    double nanos = result.getPrimaryResult().getScore();
    double made =
        Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm")).getScore();
    speeds
        .computeIfAbsent(name, absent -> new ArrayList<>())
        .add(ParseBench.PAGE.length / nanos * 1_000);
    bytes.computeIfAbsent(name, absent -> new ArrayList<>()).add(made);
  }

  /** Whether a page of which nothing is wanted is read at 600 MB/s. */
  public boolean holds() {
    return Cost.median(speeds.getOrDefault(AIMED_AT, List.of())) >= AIM;
  }

  /** One row for each way to read. */
  public String markdown() {
    Table table = new Table("read", "MB/s", "lowest–highest fork", "bytes made for a page");
    speeds.forEach(
        (name, forks) ->
            table.add(
                name,
                whole(Cost.median(forks)),
                whole(forks.stream().mapToDouble(fork -> fork).min().orElse(Double.NaN))
                    + "–"
                    + whole(forks.stream().mapToDouble(fork -> fork).max().orElse(Double.NaN)),
                whole(Cost.median(bytes.getOrDefault(name, List.of())))));
    return table.toString();
  }

  private static String whole(double figure) {
    return String.format(Locale.ROOT, "%.0f", figure);
  }
}
