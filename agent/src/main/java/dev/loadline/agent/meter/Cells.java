package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A few counters, each spread over stripes so that threads seldom write to the same cache line. A
 * thread that adds and later subtracts on the same stripe leaves the sum right at every moment.
 */
final class Cells {

  private static final int LINE = 16;

  private final AtomicLongArray cells;
  private final int width;
  private final int mask;

  /**
   * @param fields how many counters
   * @param stripes a power of two
   */
  Cells(int fields, int stripes) {
    width = (fields + LINE - 1) / LINE * LINE;
    mask = stripes - 1;
    cells = new AtomicLongArray(width * stripes);
  }

  void add(int stripe, int field, long delta) {
    cells.getAndAdd((stripe & mask) * width + field, delta);
  }

  long sum(int field) {
    long sum = 0;
    for (int i = field; i < cells.length(); i += width) {
      sum += cells.get(i);
    }
    return sum;
  }

  void clear(int field) {
    for (int i = field; i < cells.length(); i += width) {
      cells.set(i, 0);
    }
  }
}
