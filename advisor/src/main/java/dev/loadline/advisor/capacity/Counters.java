package dev.loadline.advisor.capacity;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The cumulative counters among the lines of one resource (or several of one kind). */
public final class Counters {
  private static final long SHORTEST_WINDOW = 10_000;
  private static final long LONG_WINDOW = 60_000;

  private final List<Line> lines;
  private final long spacing;

  public Counters(List<Line> lines) {
    this.lines = List.copyOf(lines);
    this.spacing = spacing(lines);
  }

  /** Mean milliseconds between two readings of the best read line. */
  private static long spacing(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.size() > 1)
        .mapToLong(
            line -> (line.epochMillis(line.size() - 1) - line.epochMillis(0)) / (line.size() - 1))
        .min()
        .orElse(SHORTEST_WINDOW);
  }

  /** By instance; empty where the signal is not there. */
  Map<String, Counter> byInstance(Signal signal, Part part) {
    Map<String, List<Line>> grouped = new TreeMap<>();
    for (Line line : lines) {
      if (is(line.series(), signal, part) && line.size() > 0) {
        grouped.computeIfAbsent(line.series().instance(), name -> new ArrayList<>()).add(line);
      }
    }
    Map<String, Counter> counters = new TreeMap<>();
    long longestGap = Math.max(3 * SHORTEST_WINDOW, 3 * spacing);
    grouped.forEach((instance, some) -> counters.put(instance, Counter.sum(some, longestGap)));
    return counters;
  }

  /** Windows of the use of this resource by those {@code requests}. */
  public List<Window> windows(Counters requests) {
    return cut(requests).ofLength(Math.max(SHORTEST_WINDOW, 2 * spacing));
  }

  /** Windows of a minute where enough was measured, else the same as {@link #windows}. */
  public List<Window> longWindows(Counters requests) {
    List<Window> longer = cut(requests).ofLength(LONG_WINDOW);
    return longer.size() > Evidence.WINDOWS ? longer : windows(requests);
  }

  private Windows cut(Counters requests) {
    return new Windows(
        requests.counted(), held(), byInstance(Signal.IN_USE_SQUARED_SECONDS, Part.VALUE));
  }

  /** The integral of the number in use; the sum of the holds where nobody keeps the integral. */
  private Map<String, Counter> held() {
    Map<String, Counter> integral = byInstance(Signal.IN_USE_SECONDS, Part.VALUE);
    return integral.isEmpty() ? byInstance(Signal.HOLD, Part.SUM) : integral;
  }

  /** Whether something tells held time without sampling. */
  public boolean measuresHeldTime() {
    return !held().isEmpty();
  }

  /** How often one was taken: requests answered, connections acquired. */
  private Map<String, Counter> counted() {
    Map<String, Counter> acquired = byInstance(Signal.ACQUIRED, Part.VALUE);
    return acquired.isEmpty() ? byInstance(Signal.HOLD, Part.COUNT) : acquired;
  }

  /** Windows of these requests by themselves. */
  public List<Window> requestWindows() {
    Map<String, Counter> counted = counted();
    return new Windows(counted, counted, Map.of()).ofLength(Math.max(SHORTEST_WINDOW, 2 * spacing));
  }

  /** Windows of the use of this resource, whatever the requests; only the integral tells. */
  public List<Window> useWindows() {
    Map<String, Counter> integral = byInstance(Signal.IN_USE_SECONDS, Part.VALUE);
    return new Windows(integral, integral, Map.of()).ofLength(LONG_WINDOW);
  }

  /** How often one was taken in all; NaN where nobody counts. */
  public double takings() {
    Map<String, Counter> counted = counted();
    return counted.isEmpty() ? Double.NaN : rise(counted);
  }

  /** By how much a signal rose in all; NaN where it is not there. */
  public double rise(Signal signal, Part part) {
    Map<String, Counter> counters = byInstance(signal, part);
    return counters.isEmpty() ? Double.NaN : rise(counters);
  }

  /** By how much a signal rose each second of a stretch; null where nobody measured it whole. */
  public @Nullable Double rate(Signal signal, Part part, long from, long to) {
    double increase = 0;
    boolean covered = false;
    for (Counter counter : byInstance(signal, part).values()) {
      if (counter.covers(from, to)) {
        increase += counter.increase(from, to);
        covered = true;
      }
    }
    return covered ? (Double) (increase * 1000 / (to - from)) : null;
  }

  private static double rise(Map<String, Counter> counters) {
    return counters.values().stream().mapToDouble(Counter::rise).sum();
  }

  /** The distribution of a histogram signal; null where it is not there or empty. */
  public @Nullable Distribution distribution(Signal signal) {
    Map<Double, List<Line>> byBound = new HashMap<>();
    for (Line line : lines) {
      String bound = line.series().labels().get("le");
      if (is(line.series(), signal, Part.BUCKET) && bound != null) {
        byBound.computeIfAbsent(seconds(bound), key -> new ArrayList<>()).add(line);
      }
    }
    Map<Double, Double> cumulative = new TreeMap<>();
    byBound.forEach(
        (bound, some) ->
            cumulative.put(bound, rise(new Counters(some).byInstance(signal, Part.BUCKET))));
    double sum = rise(signal, Part.SUM);
    return Double.isNaN(sum) ? null : Distribution.of(cumulative, sum);
  }

  private static double seconds(String bound) {
    return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
  }

  private static boolean is(Series series, Signal signal, Part part) {
    return series.signal() == signal && series.part() == part;
  }
}
