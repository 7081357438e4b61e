package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counters that one event changes together, in lanes of which each has one writer at a time: a
 * writer claims a lane with one atomic step, adds plainly and lets go. One that finds its lane
 * taken goes on to the next instead of waiting; where all are taken it shares the last lane, whose
 * additions are atomic. Five additions thus cost about as much as two atomic ones.
 */
final class Lanes {

  private static final int LINE = 8;
  private static final int TRIES = 4;

  private final AtomicLongArray cells;
  private final int width;
  private final int mask;
  private final int shared;

  /**
   * @param fields how many counters
   * @param lanes a power of two
   */
  Lanes(int fields, int lanes) {
    // One for the claim, and a line between lanes that nobody writes.
    width = ((fields + 1 + LINE - 1) / LINE + 1) * LINE;
    mask = lanes - 1;
    shared = width * lanes;
    cells = new AtomicLongArray(shared + width);
  }

  /** Gives the lane to add to, until {@link #free}. */
  int claim(int stripe) {
    for (int i = 0; i < TRIES; i++) {
      int lane = ((stripe + i) & mask) * width;
      if (cells.get(lane) == 0 && cells.compareAndSet(lane, 0, 1)) {
        return lane;
      }
    }
    return shared;
  }

  void add(int lane, int field, long delta) {
    int at = lane + 1 + field;
    if (lane == shared) {
      cells.getAndAdd(at, delta);
    } else {
      cells.lazySet(at, cells.get(at) + delta);
    }
  }

  void free(int lane) {
    if (lane != shared) {
      cells.lazySet(lane, 0);
    }
  }

  /** The sum over all lanes; of a writer's additions those seen last were made last. */
  long sum(int field) {
    long sum = 0;
    for (int i = field + 1; i < cells.length(); i += width) {
      sum += cells.get(i);
    }
    return sum;
  }
}
