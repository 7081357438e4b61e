package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Counters;
import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.signal.SignalReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One signal over time, for those who draw it: gauges as they are, counters and the counts of
 * histograms as rates, the integral of the number in use as the mean number in use.
 */
public final class Chart {
  private final SignalReader signals;

  /** One step; the value is null where it was not measured throughout. */
  public record Point(Instant at, @Nullable Double value) {}

  public Chart(SignalReader signals) {
    this.signals = signals;
  }

  /**
   * @param resource {@code pool/orders-db}, or {@code requests} for all requests of the service
   * @throws IllegalArgumentException where there is no such resource kind
   */
  public List<Point> points(
      String service, String resource, Signal signal, Instant from, Instant to, Duration step) {
    Instant early = from.minus(step).minusSeconds(60);
    Readings readings = new Readings(signals.read(service, early, to));
    List<Line> lines = lines(readings, resource);
    List<Point> points = new ArrayList<>();
    for (Instant at = from; at.plus(step).compareTo(to) <= 0; at = at.plus(step)) {
      Instant end = at.plus(step);
      points.add(new Point(end, value(lines, signal, at, end)));
    }
    return points;
  }

  private static List<Line> lines(Readings readings, String resource) {
    if (resource.equals(ResourceKind.REQUESTS.label())) {
      return readings.closest(ResourceKind.REQUESTS);
    }
    return readings.sensors(Resource.parse(resource)).values().stream()
        .findFirst()
        .orElse(List.of());
  }

  private static @Nullable Double value(List<Line> lines, Signal signal, Instant from, Instant to) {
    long start = from.toEpochMilli();
    long end = to.toEpochMilli();
    if (signal.type() == Signal.Type.GAUGE) {
      return gauge(lines, signal, start, end);
    }
    Counters counters = new Counters(lines);
    Part part = signal.type() == Signal.Type.HISTOGRAM ? Part.COUNT : Part.VALUE;
    Double rate = counters.rate(signal, part, start, end);
    return rate == null && signal == Signal.ACQUIRED
        ? counters.rate(Signal.HOLD, Part.COUNT, start, end)
        : rate;
  }

  private static @Nullable Double gauge(List<Line> lines, Signal signal, long from, long to) {
    TreeMap<String, Double> byInstance = new TreeMap<>();
    for (Line line : lines) {
      for (int i = 0; i < line.size() && line.series().signal() == signal; i++) {
        if (line.epochMillis(i) > from && line.epochMillis(i) <= to) {
          byInstance.put(line.series().instance(), line.value(i));
        }
      }
    }
    return byInstance.isEmpty()
        ? null
        : (Double) byInstance.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
