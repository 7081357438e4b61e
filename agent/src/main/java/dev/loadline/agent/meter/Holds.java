package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What is borrowed at the moment, from which pool and since when: a fixed array of slots, probed
 * from a number of the thread, matched by identity and cleared at the return, so that nothing is
 * allocated and nothing outlives its hold. A return by another thread is found too, after a longer
 * look.
 */
public final class Holds {

  private static final long FREE = Long.MIN_VALUE;

  private final AtomicReferenceArray<@Nullable Object> held;
  private final @Nullable PoolMeter[] meters;
  private final AtomicLongArray since;
  private final long[] turns;
  private final Turns requests;
  private final int mask;
  private final AtomicLong untracked = new AtomicLong();
  private volatile @Nullable HoldTraces traces;

  /**
   * @param slots how many holds can be followed at once, a power of two
   * @param requests the requests under way, which account for the holds of their threads
   */
  public Holds(int slots, Turns requests) {
    this.requests = requests;
    turns = new long[slots];
    held = new AtomicReferenceArray<>(slots);
    meters = new @Nullable PoolMeter[slots];
    since = new AtomicLongArray(slots);
    for (int slot = 0; slot < slots; slot++) {
      since.set(slot, FREE);
    }
    mask = slots - 1;
  }

  private int home(int stripe) {
    return ((stripe * 0x9E3779B1) >>> 7) & mask;
  }

  /** A connection is borrowed from now on. */
  public void begin(Object connection, PoolMeter meter, long now, int stripe) {
    int slot = claim(meter, now, stripe);
    if (slot >= 0) {
      meter.begin(now, stripe);
      trace(connection, meter, now);
      held.lazySet(slot, connection);
    }
  }

  private void trace(Object connection, PoolMeter meter, long now) {
    HoldTraces some = traces;
    if (some != null) {
      some.begin(connection, meter, now);
    }
  }

  /** Keeps the stacks of some borrows from now on. */
  public void trace(HoldTraces some) {
    traces = some;
  }

  /** A slot for a hold since now, or -1; nobody finds it before its connection stands in it. */
  private int claim(PoolMeter meter, long now, int stripe) {
    int home = home(stripe);
    for (int i = 0; i <= mask; i++) {
      int slot = (home + i) & mask;
      if (since.get(slot) == FREE && since.compareAndSet(slot, FREE, Math.max(now, FREE + 1))) {
        if (meters[slot] != meter) {
          meters[slot] = meter;
        }
        turns[slot] = requests.current(Thread.currentThread().getId());
        return slot;
      }
    }
    untracked.incrementAndGet();
    return -1;
  }

  /** A connection is returned; one that is not known, or was returned before, changes nothing. */
  public void end(Object connection, long now, int stripe) {
    int slot = find(connection, stripe);
    if (slot >= 0) {
      PoolMeter meter = meters[slot];
      long began = since.get(slot);
      long turn = turns[slot];
      if (release(slot, connection) && meter != null) {
        long thread = Thread.currentThread().getId();
        meter.end(began, now, requests.hold(thread, turn, meter, now - began), stripe);
      }
    }
  }

  private boolean release(int slot, Object connection) {
    if (!held.compareAndSet(slot, connection, null)) {
      return false;
    }
    since.lazySet(slot, FREE);
    HoldTraces some = traces;
    if (some != null) {
      some.end(connection);
    }
    return true;
  }

  /** The pool that a borrowed connection came from. */
  public @Nullable PoolMeter meterOf(Object connection, int stripe) {
    int slot = find(connection, stripe);
    return slot < 0 ? null : meters[slot];
  }

  private int find(Object connection, int stripe) {
    int home = home(stripe);
    for (int i = 0; i <= mask; i++) {
      int slot = (home + i) & mask;
      if (held.get(slot) == connection) {
        return slot;
      }
    }
    return -1;
  }

  /** Lets go of all that was borrowed from a pool, or with null from any. */
  public void forget(@Nullable PoolMeter of, long now) {
    for (int slot = 0; slot <= mask; slot++) {
      if (of == null || meters[slot] == of) {
        Object connection = held.get(slot);
        PoolMeter meter = meters[slot];
        if (connection != null && release(slot, connection) && meter != null) {
          meter.lost(now);
        }
      }
    }
  }

  /** How many connections of a pool are held for more than so many nanoseconds now. */
  public int heldLonger(PoolMeter of, long nanos, long now) {
    int count = 0;
    for (int slot = 0; slot <= mask; slot++) {
      if (held.get(slot) != null && meters[slot] == of) {
        long began = since.get(slot);
        count += began != FREE && now - began > nanos ? 1 : 0;
      }
    }
    return count;
  }

  /** How many holds found no free slot and were not followed. */
  public long untracked() {
    return untracked.get();
  }
}
