package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The requests that pools have not answered yet, and since when: a fixed array of slots, probed
 * from the identity of the pool's own object for the request, since the thread that answers is
 * seldom the one that asked. Nothing is allocated, and nothing outlives its answer.
 */
public final class Waits {

  private static final Object CLAIMED = new Object();
  private static final int REACH = 32;

  private final AtomicReferenceArray<@Nullable Object> asked;
  private final @Nullable PoolMeter[] meters;
  private final long[] since;
  private final int mask;
  private final AtomicLong untracked = new AtomicLong();

  /**
   * @param slots how many requests can be followed at once, a power of two
   */
  public Waits(int slots) {
    asked = new AtomicReferenceArray<>(slots);
    meters = new @Nullable PoolMeter[slots];
    since = new long[slots];
    mask = slots - 1;
  }

  private static int home(Object request) {
    return (System.identityHashCode(request) * 0x9E3779B1) >>> 7;
  }

  /** The pool is asked by this request. */
  public void begin(Object request, PoolMeter meter, long now) {
    int home = home(request);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (asked.get(slot) == null && asked.compareAndSet(slot, null, CLAIMED)) {
        meters[slot] = meter;
        since[slot] = now;
        meter.asked(System.identityHashCode(request));
        asked.set(slot, request);
        return;
      }
    }
    untracked.incrementAndGet();
  }

  /**
   * The request gets what it asked for.
   *
   * @return the meter of the pool; null if the request is not known or was answered before
   */
  public @Nullable PoolMeter grant(Object request, long now) {
    int slot = find(request);
    if (slot < 0) {
      return null;
    }
    PoolMeter meter = meters[slot];
    long from = since[slot];
    if (meter == null || !asked.compareAndSet(slot, request, null)) {
      return null;
    }
    meter.acquired(now - from, System.identityHashCode(request));
    return meter;
  }

  /** The request gets nothing; one that is not known or was answered before changes nothing. */
  public void refuse(Object request, boolean timeout, long now) {
    int slot = find(request);
    if (slot >= 0) {
      PoolMeter meter = meters[slot];
      long from = since[slot];
      if (meter != null && asked.compareAndSet(slot, request, null)) {
        meter.refused(now - from, timeout, System.identityHashCode(request));
      }
    }
  }

  /** Whether the request waits. */
  public boolean has(Object request) {
    return find(request) >= 0;
  }

  private int find(Object request) {
    int home = home(request);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (asked.get(slot) == request) {
        return slot;
      }
    }
    return -1;
  }

  /** Lets go of all requests to a pool, or with null to any; nothing is counted for them. */
  public void forget(@Nullable PoolMeter of) {
    for (int slot = 0; slot <= mask; slot++) {
      Object request = asked.get(slot);
      if (request != null && request != CLAIMED && (of == null || meters[slot] == of)) {
        asked.compareAndSet(slot, request, null);
      }
    }
  }

  /** How many requests found no free slot and were not followed. */
  public long untracked() {
    return untracked.get();
  }
}
