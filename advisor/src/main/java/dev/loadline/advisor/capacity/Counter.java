package dev.loadline.advisor.capacity;

import dev.loadline.collector.signal.Line;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One cumulative counter of one instance: the sum of its lines (routes, statuses), made continuous
 * between readings by straight lines.
 *
 * <p>A line that appears later counts from zero. A value that fell back is a restart: what was
 * counted between the last reading and the restart is lost, so stretches across it are not {@link
 * #covers covered}.
 */
final class Counter {
  private final long[] times;
  private final double[] totals;
  private final boolean[] brokenBefore;

  private Counter(long[] times, double[] totals, boolean[] brokenBefore) {
    this.times = times;
    this.totals = totals;
    this.brokenBefore = brokenBefore;
  }

  /**
   * @param longestGap milliseconds between two readings beyond which the time between counts as not
   *     measured
   */
  static Counter sum(List<Line> lines, long longestGap) {
    TreeMap<Long, double[]> steps = new TreeMap<>();
    for (Line line : lines) {
      addSteps(line, steps);
    }
    long[] times = new long[steps.size()];
    double[] totals = new double[steps.size()];
    boolean[] broken = new boolean[steps.size()];
    int at = 0;
    double total = 0;
    for (var step : steps.entrySet()) {
      total += step.getValue()[0];
      times[at] = step.getKey();
      totals[at] = total;
      broken[at] = step.getValue()[1] > 0 || (at > 0 && times[at] - times[at - 1] > longestGap);
      at++;
    }
    return new Counter(times, totals, broken);
  }

  private static void addSteps(Line line, Map<Long, double[]> steps) {
    double before = 0;
    for (int i = 0; i < line.size(); i++) {
      double now = line.value(i);
      double[] step = steps.computeIfAbsent(line.epochMillis(i), time -> new double[2]);
      boolean restarted = now < before;
      step[0] += restarted ? now : now - before;
      step[1] += restarted ? 1 : 0;
      before = now;
    }
  }

  boolean empty() {
    return times.length == 0;
  }

  long first() {
    return times[0];
  }

  long last() {
    return times[times.length - 1];
  }

  /** Whether the whole stretch was measured: no reading missing at its ends, no gap, no restart. */
  boolean covers(long from, long to) {
    if (empty() || first() > from || last() < to) {
      return false;
    }
    for (int i = indexAfter(from); i < times.length && times[i - 1] < to; i++) {
      if (brokenBefore[i]) {
        return false;
      }
    }
    return true;
  }

  /** By how much the counter rose in a stretch that it covers. */
  double increase(long from, long to) {
    return at(to) - at(from);
  }

  /** By how much it rose from its first reading to its last, restarts and gaps regardless. */
  double rise() {
    return empty() ? 0 : totals[totals.length - 1] - totals[0];
  }

  private double at(long time) {
    int after = indexAfter(time);
    if (after >= times.length) {
      return totals[times.length - 1];
    }
    double share = (double) (time - times[after - 1]) / (times[after] - times[after - 1]);
    return totals[after - 1] + share * (totals[after] - totals[after - 1]);
  }

  /** Index of the first reading later than {@code time}, at least 1. */
  private int indexAfter(long time) {
    int found = Arrays.binarySearch(times, time);
    return Math.max(1, found >= 0 ? found + 1 : -found - 1);
  }
}
