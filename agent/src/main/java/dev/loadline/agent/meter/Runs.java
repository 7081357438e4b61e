package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Since when the threads of pools run a task. A thread takes a slot at its first task and keeps it
 * until it leaves the pool.
 */
public final class Runs {

  private static final int SLOTS = 4096;
  private static final int REACH = 16;

  private final AtomicLongArray keys = new AtomicLongArray(SLOTS);
  private final AtomicLongArray since = new AtomicLongArray(SLOTS);
  private final @Nullable WorkersMeter[] meters = new @Nullable WorkersMeter[SLOTS];
  private final AtomicLong untracked = new AtomicLong();

  /** A thread in a pool, never 0: one thread may work for two pools, one inside the other. */
  public static long key(long thread, Object pool) {
    return thread << 32 | System.identityHashCode(pool);
  }

  private static int home(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40);
  }

  private int find(long key) {
    int home = home(key);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (keys.get(slot) == key) {
        return slot;
      }
    }
    return -1;
  }

  private int claim(long key, WorkersMeter meter, long now) {
    int home = home(key);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (keys.get(slot) == 0 && keys.compareAndSet(slot, 0, key)) {
        lose(slot, now);
        meters[slot] = meter;
        return slot;
      }
    }
    return -1;
  }

  /** Where this thread tells of its pool, or null if it is not known. */
  public @Nullable WorkersMeter meterOf(long key) {
    int slot = find(key);
    return slot < 0 ? null : meters[slot];
  }

  /** The thread runs a task from now on. */
  public void begin(long key, WorkersMeter meter, long now, int stripe) {
    int slot = find(key);
    slot = slot < 0 ? claim(key, meter, now) : slot;
    if (slot < 0) {
      untracked.incrementAndGet();
    } else {
      meter.begin(now, stripe);
      since.set(slot, now);
    }
  }

  /** The thread has run its task, if it did run one. */
  public void end(long key, long now, int stripe) {
    end(find(key), now, stripe);
  }

  private void end(int slot, long now, int stripe) {
    WorkersMeter meter = slot < 0 ? null : meters[slot];
    if (meter != null) {
      long began = since.getAndSet(slot, 0);
      if (began != 0) {
        meter.end(began, now, stripe);
      }
    }
  }

  /** The thread leaves the pool. */
  public void leave(long key, long now, int stripe) {
    int slot = find(key);
    if (slot >= 0) {
      end(slot, now, stripe);
      keys.set(slot, 0);
    }
  }

  private void lose(int slot, long now) {
    WorkersMeter meter = meters[slot];
    if (since.getAndSet(slot, 0) != 0 && meter != null) {
      meter.lost(now);
    }
  }

  /** Forgets runs under way, whose ends nobody will see. */
  public void forget(long now) {
    for (int slot = 0; slot < SLOTS; slot++) {
      lose(slot, now);
      keys.set(slot, 0);
    }
  }

  /** How many runs found no free slot and were not followed. */
  public long untracked() {
    return untracked.get();
  }
}
