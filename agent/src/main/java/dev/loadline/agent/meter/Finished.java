package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The routes of requests that have been answered, and holds of those that have not: a task that a
 * request handed on to another thread may end before the request, or after it. Of the last 4,096
 * requests the route is known; 256 holds can wait for theirs, each for a minute.
 */
final class Finished {

  private static final int TURNS = 4096;
  private static final int PENDING = 256;
  private static final long CLAIMED = -1;
  private static final long PATIENCE = 60_000_000_000L;

  private final AtomicLongArray turns = new AtomicLongArray(TURNS);
  private final @Nullable String[] routes = new @Nullable String[TURNS];
  private final AtomicLongArray pending = new AtomicLongArray(PENDING);
  private final AtomicInteger count = new AtomicInteger();
  private final @Nullable PoolMeter[] meters = new @Nullable PoolMeter[PENDING];
  private final long[] nanos = new long[PENDING];
  private final long[] since = new long[PENDING];

  /** A request is answered. */
  void put(long turn, String route) {
    int slot = (int) turn & (TURNS - 1);
    turns.set(slot, 0);
    routes[slot] = route;
    turns.set(slot, turn);
    for (int i = 0; count.get() > 0 && i < PENDING; i++) {
      if (pending.get(i) == turn) {
        tell(i, turn, route);
      }
    }
  }

  private @Nullable String route(long turn) {
    int slot = (int) turn & (TURNS - 1);
    if (turns.get(slot) != turn) {
      return null;
    }
    String route = routes[slot];
    return turns.get(slot) == turn ? route : null;
  }

  private void tell(int place, long turn, @Nullable String route) {
    PoolMeter meter = meters[place];
    long held = nanos[place];
    if (pending.compareAndSet(place, turn, 0)) {
      count.decrementAndGet();
      if (meter != null) {
        meter.heldBy(route, held);
      }
    }
  }

  /** A task held something for a request, answered or not. */
  void hold(long turn, PoolMeter meter, long heldNanos, long now) {
    String route = route(turn);
    int place = route == null ? claim() : -1;
    if (place < 0) {
      meter.heldBy(route, heldNanos);
      return;
    }
    meters[place] = meter;
    nanos[place] = heldNanos;
    since[place] = now;
    count.incrementAndGet();
    pending.set(place, turn);
    String meanwhile = route(turn);
    if (meanwhile != null) {
      tell(place, turn, meanwhile);
    }
  }

  private int claim() {
    for (int i = 0; i < PENDING; i++) {
      if (pending.get(i) == 0 && pending.compareAndSet(i, 0, CLAIMED)) {
        return i;
      }
    }
    return -1;
  }

  /** Gives up what waits for too long: its route is unknown. */
  void tidy(long now) {
    for (int i = 0; count.get() > 0 && i < PENDING; i++) {
      long turn = pending.get(i);
      if (turn > 0 && now - since[i] > PATIENCE) {
        tell(i, turn, null);
      }
    }
  }
}
