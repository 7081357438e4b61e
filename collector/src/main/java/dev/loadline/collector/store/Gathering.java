package dev.loadline.collector.store;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Series;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Samples of one series from several places. Of two for one time the one added first stays. */
final class Gathering {
  private long[] times = new long[64];
  private double[] values = new double[64];
  private int size;
  private boolean ascending = true;

  void add(long time, double value) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    ascending &= size == 0 || times[size - 1] < time;
    times[size] = time;
    values[size++] = value;
  }

  /** Those from {@code from} (inclusive) to {@code to} (exclusive). */
  void add(Chunk chunk, long from, long to) {
    for (int i = 0; i < chunk.size(); i++) {
      long time = chunk.epochMillis()[i];
      if (time >= from && time < to) {
        add(time, chunk.values()[i]);
      }
    }
  }

  SortedMap<Long, Double> byTime() {
    SortedMap<Long, Double> byTime = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      byTime.putIfAbsent(times[i], values[i]);
    }
    return byTime;
  }

  Line line(Series series) {
    if (ascending) {
      return new Line(series, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }
    Chunk sorted = Chunk.of(byTime());
    return new Line(series, sorted.epochMillis(), sorted.values());
  }
}
