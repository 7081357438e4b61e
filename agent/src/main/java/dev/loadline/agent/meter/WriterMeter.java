package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A database to which only one can write at a time. Where the driver waits inside the write, the
 * wait is the part of it before the end of the write that ended last: of one from second 0 to 3 and
 * one asked for at 1 and done at 4, the second waited for 2 seconds and wrote for 1. So the holds
 * add up to the time in which any write was under way.
 */
public final class WriterMeter {

  private static final int TIMEOUTS = 0;

  private final AtomicLong free;
  private final Histogram waits = new Histogram();
  private final Histogram holds = new Histogram();
  private final Cells cells = new Cells(1, Stripes.MANY);

  /** Free since a time of the clock that all calls use, in nanoseconds. */
  public WriterMeter(long since) {
    free = new AtomicLong(since);
  }

  /** A write asked for at {@code since} is done. */
  public void wrote(long since, long now, int stripe) {
    long before = free.get();
    while (now - before > 0 && !free.compareAndSet(before, now)) {
      before = free.get();
    }
    long begun = before - since > 0 ? before : since;
    begun = begun - now > 0 ? now : begun;
    waits.record(begun - since, stripe);
    holds.record(now - begun, stripe);
  }

  /** Somebody waited this long, in nanoseconds, and gave up. */
  public void timedOut(long nanos, int stripe) {
    waits.record(nanos, stripe);
    cells.add(stripe, TIMEOUTS, 1);
  }

  /** Somebody waited this long, in nanoseconds; whether for nothing is told elsewhere. */
  public void waited(long nanos, int stripe) {
    waits.record(nanos, stripe);
  }

  /** Somebody gave up, whose wait is told elsewhere. */
  public void gaveUp(int stripe) {
    cells.add(stripe, TIMEOUTS, 1);
  }

  /** How often somebody gave up waiting. */
  public long timeouts() {
    return cells.sum(TIMEOUTS);
  }

  /** How long writes waited for others, those that gave up included. */
  public Histogram.Counts waits() {
    return waits.read();
  }

  /** How long writes kept the others out. */
  public Histogram.Counts holds() {
    return holds.read();
  }
}
