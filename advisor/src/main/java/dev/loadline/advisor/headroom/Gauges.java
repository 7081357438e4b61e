package dev.loadline.advisor.headroom;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The latest values of the gauges among the lines of one sensor. */
final class Gauges {
  /** An instance that is silent for longer than this no longer counts. */
  private static final long SILENT_MILLIS = 60_000;

  private final List<Line> lines;
  private final long newest;

  Gauges(List<Line> lines) {
    this.lines = lines;
    this.newest = lines.stream().mapToLong(Gauges::last).max().orElse(0);
  }

  /** The latest value of each instance that still speaks. */
  Map<String, Double> latest(Signal signal) {
    Map<String, Double> latest = new TreeMap<>();
    for (Line line : lines) {
      if (line.series().signal() == signal
          && line.size() > 0
          && last(line) >= newest - SILENT_MILLIS) {
        latest.merge(line.series().instance(), line.value(line.size() - 1), Math::max);
      }
    }
    return latest;
  }

  OptionalDouble sum(Signal signal) {
    Map<String, Double> latest = latest(signal);
    return latest.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(latest.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  OptionalDouble highest(Signal signal) {
    return latest(signal).values().stream().mapToDouble(Double::doubleValue).max();
  }

  private static long last(Line line) {
    return line.size() == 0 ? 0 : line.epochMillis(line.size() - 1);
  }
}
