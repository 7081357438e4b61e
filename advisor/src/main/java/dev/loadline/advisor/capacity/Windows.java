package dev.loadline.advisor.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts cumulative counters into {@link Window windows}. Cuts lie at whole multiples of the length,
 * so that the same readings give the same windows whenever one asks; the stretches at the two ends
 * count from half a length on. Stretches with a gap or a restart are left out, per instance.
 */
final class Windows {
  private final Map<String, Counter> requests;
  private final Map<String, Counter> held;
  private final Map<String, Counter> squared;

  /** Counters by instance; {@code squared} may be empty. */
  Windows(Map<String, Counter> requests, Map<String, Counter> held, Map<String, Counter> squared) {
    this.requests = requests;
    this.held = held;
    this.squared = squared;
  }

  List<Window> ofLength(long millis) {
    List<Window> windows = new ArrayList<>();
    long first = held.values().stream().mapToLong(Counter::first).min().orElse(0);
    long last = held.values().stream().mapToLong(Counter::last).max().orElse(0);
    long from = first;
    while (from < last) {
      long to = Math.min(last, (from / millis + 1) * millis);
      if (to - from >= millis / 2) {
        addWindow(from, to, windows);
      }
      from = to;
    }
    return windows;
  }

  private void addWindow(long from, long to, List<Window> windows) {
    Set<String> holding = covering(held, from, to);
    Set<String> asking = covering(requests, from, to);
    if (held.keySet().stream().anyMatch(requests::containsKey)) {
      holding.retainAll(asking);
      asking.retainAll(holding);
    }
    if (holding.isEmpty() || asking.isEmpty()) {
      return;
    }
    double seconds = (to - from) / 1000.0;
    windows.add(
        new Window(
            from,
            seconds,
            holding.size(),
            increase(requests, asking, from, to),
            increase(held, holding, from, to),
            spread(holding, from, to, seconds)));
  }

  private double spread(Set<String> instances, long from, long to, double seconds) {
    double spread = 0;
    for (String instance : instances) {
      Counter squares = squared.get(instance);
      if (squares == null || !squares.covers(from, to)) {
        return Double.NaN;
      }
      double sum = increase(held, Set.of(instance), from, to);
      spread += Math.max(0, squares.increase(from, to) - sum * sum / seconds);
    }
    return spread;
  }

  private static Set<String> covering(Map<String, Counter> counters, long from, long to) {
    Set<String> instances = new TreeSet<>();
    counters.forEach(
        (instance, counter) -> {
          if (counter.covers(from, to)) {
            instances.add(instance);
          }
        });
    return instances;
  }

  private static double increase(
      Map<String, Counter> counters, Set<String> instances, long from, long to) {
    double increase = 0;
    for (String instance : instances) {
      Counter counter = counters.get(instance);
      increase += counter == null ? 0 : counter.increase(from, to);
    }
    return increase;
  }
}
