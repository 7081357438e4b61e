package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * When the tasks came that now wait for a thread: a fixed array of slots, a few of which are looked
 * at from a number of the task, matched by identity and cleared at the start. Where a task is
 * queued many times, its times may be swapped, which leaves their sum right.
 */
public final class Queued {

  /** No time: the task is not known. */
  public static final long UNKNOWN = 0;

  private static final Object CLAIMED = new Object();
  private static final int REACH = 64;

  private final AtomicReferenceArray<@Nullable Object> tasks;
  private final @Nullable WorkersMeter[] meters;
  private final long[] times;
  private final long[] turns;
  private final int mask;
  private final AtomicLong untracked = new AtomicLong();

  /**
   * @param slots how many tasks can be followed at once, a power of two
   */
  public Queued(int slots) {
    tasks = new AtomicReferenceArray<>(slots);
    meters = new @Nullable WorkersMeter[slots];
    times = new long[slots];
    turns = new long[slots];
    mask = slots - 1;
  }

  private static int home(Object task) {
    return (System.identityHashCode(task) * 0x9E3779B1) >>> 7;
  }

  /**
   * A task waits from now on, a time other than {@link #UNKNOWN}.
   *
   * @param turn the request that hands it on, or {@link Turns#NONE}
   */
  public void put(Object task, WorkersMeter meter, long now, long turn) {
    int home = home(task);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (tasks.get(slot) == null && tasks.compareAndSet(slot, null, CLAIMED)) {
        meters[slot] = meter;
        times[slot] = now;
        turns[slot] = turn;
        tasks.set(slot, task);
        return;
      }
    }
    untracked.incrementAndGet();
  }

  /** When the task came, which waits no longer; {@link #UNKNOWN} if it is not known. */
  public long take(Object task, WorkersMeter meter) {
    int home = home(task);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (tasks.get(slot) == task && meters[slot] == meter) {
        long since = times[slot];
        if (tasks.compareAndSet(slot, task, null)) {
          return since;
        }
      }
    }
    return UNKNOWN;
  }

  /** The request that handed on the task, which still waits, or {@link Turns#NONE}. */
  public long turnOf(Object task, WorkersMeter meter) {
    int home = home(task);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (tasks.get(slot) == task && meters[slot] == meter) {
        return turns[slot];
      }
    }
    return Turns.NONE;
  }

  /** Lets go of tasks that left their queue without a start. */
  public void tidy(long now) {
    for (int slot = 0; slot <= mask; slot++) {
      Object task = tasks.get(slot);
      WorkersMeter meter = meters[slot];
      if (task != null && task != CLAIMED && meter != null && meter.gone(times[slot], now)) {
        tasks.compareAndSet(slot, task, null);
      }
    }
  }

  /** Lets go of all tasks. */
  public void forget() {
    for (int slot = 0; slot <= mask; slot++) {
      Object task = tasks.get(slot);
      if (task != CLAIMED) {
        tasks.compareAndSet(slot, task, null);
      }
    }
  }

  /** How many tasks found no free slot and whose wait is unknown. */
  public long untracked() {
    return untracked.get();
  }
}
