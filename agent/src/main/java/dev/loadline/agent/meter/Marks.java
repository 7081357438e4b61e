package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Since when threads have to wait, by the number of the thread. A thread that never comes back for
 * its mark leaves it for an hour, after which another may have the place.
 */
public final class Marks {

  private static final int SLOTS = 1024;
  private static final int REACH = 8;
  private static final long OLD = 3_600_000_000_000L;

  private final AtomicLongArray threads = new AtomicLongArray(SLOTS);
  private final long[] since = new long[SLOTS];
  private final AtomicInteger set = new AtomicInteger();

  private static int home(long thread) {
    return (int) ((thread * 0x9E3779B97F4A7C15L) >>> 40);
  }

  private int find(long thread) {
    int home = home(thread);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (threads.get(slot) == thread) {
        return slot;
      }
    }
    return -1;
  }

  /**
   * The thread waits from now on, unless it waits already; where there is no place, it does not.
   */
  public void set(long thread, long now) {
    if (find(thread) >= 0) {
      return;
    }
    int home = home(thread);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (threads.get(slot) == 0 && threads.compareAndSet(slot, 0, thread)) {
        since[slot] = now;
        set.incrementAndGet();
        return;
      }
    }
  }

  /**
   * How many nanoseconds the thread has waited by now, which it no longer does; 0 if not at all.
   */
  public long take(long thread, long now) {
    int slot = set.get() == 0 ? -1 : find(thread);
    if (slot < 0) {
      return 0;
    }
    long waited = now - since[slot];
    clear(slot, thread);
    return Math.max(0, waited);
  }

  private void clear(int slot, long thread) {
    if (threads.compareAndSet(slot, thread, 0)) {
      set.decrementAndGet();
    }
  }

  /** Drops what is old. */
  public void tidy(long now) {
    drop(now - OLD);
  }

  /** Nobody waits. */
  public void forget(long now) {
    drop(now + 1);
  }

  private void drop(long before) {
    for (int slot = 0; set.get() > 0 && slot < SLOTS; slot++) {
      long thread = threads.get(slot);
      if (thread != 0 && since[slot] - before < 0) {
        clear(slot, thread);
      }
    }
  }
}
