package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counters that are changed together, by one writer at a time, on cache lines that nothing else is
 * on. Additions are plain; only in a crowded lane, which all may write to at once, they are atomic.
 */
final class Lane {

  private static final int LINE = 8;
  private static final int CLAIM = LINE;
  private static final int FIRST = LINE + 1;

  private final AtomicLongArray cells;
  private final boolean crowded;

  Lane(int fields, boolean crowded) {
    cells = new AtomicLongArray(FIRST + fields + LINE);
    this.crowded = crowded;
  }

  /** Makes the caller the writer, until {@link #free}, unless there is another. */
  boolean claim() {
    return cells.get(CLAIM) == 0 && cells.compareAndSet(CLAIM, 0, 1);
  }

  void free() {
    cells.lazySet(CLAIM, 0);
  }

  void add(int field, long delta) {
    int at = FIRST + field;
    if (crowded) {
      cells.getAndAdd(at, delta);
    } else {
      cells.lazySet(at, cells.get(at) + delta);
    }
  }

  void put(int field, long value) {
    cells.lazySet(FIRST + field, value);
  }

  long get(int field) {
    return cells.get(FIRST + field);
  }
}
