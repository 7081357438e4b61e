package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which thread answers which request at the moment, and how long it has held what on its behalf.
 * The route is known only when the request ends, so holds are kept per thread until then. A hold is
 * a request's own only if it began and ended on the request's thread, during the request, or on the
 * thread of a pool within a task that the request handed to it; a thread for which there is no
 * place has no turn, and its holds are of unknown route.
 *
 * <p>A request that holds a connection for 30 ms and another of the same pool for 12 ms adds 0.042
 * s to its route when it ends.
 */
public final class Turns {

  /** No turn. */
  public static final long NONE = 0;

  private static final int SLOTS = 1024;
  private static final int REACH = 8;
  private static final int POOLS = 8;

  private final AtomicLongArray threads = new AtomicLongArray(SLOTS);
  private final AtomicLong serials = new AtomicLong();
  private final AtomicInteger lent = new AtomicInteger();
  private final Finished finished = new Finished();
  // What follows is written and read by the thread of the slot alone.
  private final long[] turns = new long[SLOTS];
  private final int[] nested = new int[SLOTS];
  private final boolean[] forAnother = new boolean[SLOTS];
  private final @Nullable PoolMeter[] meters = new @Nullable PoolMeter[SLOTS * POOLS];
  private final long[] nanos = new long[SLOTS * POOLS];

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
   * The thread begins to answer a request; one within another belongs to the outer one.
   *
   * @return the turn, or {@link #NONE} for one within another and where there is no place
   */
  public long begin(long thread) {
    int within = find(thread);
    if (within >= 0) {
      nested[within]++;
      return NONE;
    }
    int slot = claim(thread);
    if (slot < 0) {
      return NONE;
    }
    forAnother[slot] = false;
    turns[slot] = serials.incrementAndGet();
    return turns[slot];
  }

  private int claim(long thread) {
    int home = home(thread);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (threads.get(slot) == 0 && threads.compareAndSet(slot, 0, thread)) {
        nested[slot] = 0;
        clear(slot);
        return slot;
      }
    }
    return -1;
  }

  /** The thread runs a task that a request handed on, of which this is the turn. */
  public void lend(long thread, long turn) {
    int slot = turn == NONE || find(thread) >= 0 ? -1 : claim(thread);
    if (slot >= 0) {
      forAnother[slot] = true;
      turns[slot] = turn;
      lent.incrementAndGet();
    }
  }

  /** The thread has run the task, if it was one of {@link #lend}. */
  public void giveBack(long thread, long now) {
    int slot = lent.get() == 0 ? -1 : find(thread);
    if (slot < 0 || !forAnother[slot]) {
      return;
    }
    for (int i = slot * POOLS; i < (slot + 1) * POOLS; i++) {
      PoolMeter meter = meters[i];
      if (meter != null) {
        finished.hold(turns[slot], meter, nanos[i], now);
      }
    }
    clear(slot);
    lent.decrementAndGet();
    threads.set(slot, 0);
  }

  private void clear(int slot) {
    for (int i = slot * POOLS; i < (slot + 1) * POOLS && meters[i] != null; i++) {
      meters[i] = null;
      nanos[i] = 0;
    }
  }

  /** The request that the thread answers now, or {@link #NONE}. */
  public long current(long thread) {
    int slot = serials.get() == NONE ? -1 : find(thread);
    return slot < 0 ? NONE : turns[slot];
  }

  /** Keeps a hold for this turn; false if it is not the thread's turn or it held too many pools. */
  boolean hold(long thread, long turn, PoolMeter meter, long heldNanos) {
    int slot = turn == NONE ? -1 : find(thread);
    if (slot < 0 || turns[slot] != turn) {
      return false;
    }
    for (int i = slot * POOLS; i < (slot + 1) * POOLS; i++) {
      if (meters[i] == null || meters[i] == meter) {
        meters[i] = meter;
        nanos[i] += heldNanos;
        return true;
      }
    }
    return false;
  }

  /** The thread is done with the request; null if the route of what is not told yet is unknown. */
  public void end(long thread, @Nullable String route) {
    int slot = find(thread);
    if (slot < 0 || nested[slot]-- > 0) {
      return;
    }
    tell(slot, route);
    long turn = turns[slot];
    threads.set(slot, 0);
    finish(turn, route);
  }

  private void finish(long turn, @Nullable String route) {
    if (route != null) {
      finished.put(turn, route);
    }
  }

  /** A request is answered; what its own thread held for it so far is of this route. */
  public void told(long thread, long turn, String route) {
    int slot = turn == NONE ? -1 : find(thread);
    if (slot >= 0 && turns[slot] == turn && !forAnother[slot]) {
      tell(slot, route);
    }
    if (turn != NONE) {
      finish(turn, route);
    }
  }

  /** Gives up holds of tasks whose requests nobody answers. */
  public void tidy(long now) {
    finished.tidy(now);
  }

  private void tell(int slot, @Nullable String route) {
    for (int i = slot * POOLS; i < (slot + 1) * POOLS; i++) {
      PoolMeter meter = meters[i];
      if (meter != null) {
        meter.heldBy(route, nanos[i]);
      }
    }
    clear(slot);
  }

  /** Nobody answers a request. */
  public void forget() {
    for (int slot = 0; slot < SLOTS; slot++) {
      threads.set(slot, 0);
    }
    lent.set(0);
  }
}
