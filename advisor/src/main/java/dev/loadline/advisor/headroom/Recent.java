package dev.loadline.advisor.headroom;

import dev.loadline.collector.signal.Line;
import java.util.List;

/** The latest part of some lines. */
final class Recent {

  private Recent() {}

  /** The samples from {@code fromMillis} on, and the one before, from which counters rise. */
  static List<Line> since(List<Line> lines, long fromMillis) {
    return lines.stream().map(line -> since(line, fromMillis)).toList();
  }

  private static Line since(Line line, long fromMillis) {
    int start = 0;
    while (start < line.size() && line.epochMillis(start) < fromMillis) {
      start++;
    }
    start = Math.max(0, start - 1);
    long[] times = new long[line.size() - start];
    double[] values = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = line.epochMillis(start + i);
      values[i] = line.value(start + i);
    }
    return new Line(line.series(), times, values);
  }
}
