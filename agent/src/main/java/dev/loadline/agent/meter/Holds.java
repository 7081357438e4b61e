package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What is borrowed at the moment, from which pool and since when: a fixed array of slots, probed
 * from a number of the thread, matched by identity and cleared at the return, so that nothing is
 * allocated and nothing outlives its hold. A return by another thread is found too, after a longer
 * look.
 */
public final class Holds {

  private static final Object CLAIMED = new Object();

  private final AtomicReferenceArray<@Nullable Object> held;
  private final @Nullable PoolMeter[] meters;
  private final long[] since;
  private final int mask;
  private final AtomicLong untracked = new AtomicLong();

  /**
   * @param slots how many holds can be followed at once, a power of two
   */
  public Holds(int slots) {
    held = new AtomicReferenceArray<>(slots);
    meters = new @Nullable PoolMeter[slots];
    since = new long[slots];
    mask = slots - 1;
  }

  private int home(int stripe) {
    return ((stripe * 0x9E3779B1) >>> 7) & mask;
  }

  /** A connection is borrowed from now on. */
  public void begin(Object connection, PoolMeter meter, long now, int stripe) {
    int home = home(stripe);
    for (int i = 0; i <= mask; i++) {
      int slot = home + i & mask;
      if (held.get(slot) == null && held.compareAndSet(slot, null, CLAIMED)) {
        meters[slot] = meter;
        since[slot] = now;
        meter.begin(now, stripe);
        held.set(slot, connection);
        return;
      }
    }
    untracked.incrementAndGet();
  }

  /** A connection is returned; one that is not known, or was returned before, changes nothing. */
  public void end(Object connection, long now, int stripe) {
    int slot = find(connection, stripe);
    if (slot >= 0) {
      end(slot, connection, now, stripe);
    }
  }

  private void end(int slot, Object connection, long now, int stripe) {
    PoolMeter meter = meters[slot];
    long began = since[slot];
    if (held.compareAndSet(slot, connection, null) && meter != null) {
      meter.end(began, now, stripe);
    }
  }

  /** The pool that a borrowed connection came from. */
  public @Nullable PoolMeter meterOf(Object connection, int stripe) {
    int slot = find(connection, stripe);
    return slot < 0 ? null : meters[slot];
  }

  private int find(Object connection, int stripe) {
    int home = home(stripe);
    for (int i = 0; i <= mask; i++) {
      int slot = home + i & mask;
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
        if (connection != null
            && connection != CLAIMED
            && held.compareAndSet(slot, connection, null)
            && meter != null) {
          meter.lost(now);
        }
      }
    }
  }

  /** How many holds found no free slot and were not followed. */
  public long untracked() {
    return untracked.get();
  }
}
