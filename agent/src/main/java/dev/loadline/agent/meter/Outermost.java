package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which threads are inside a call already, so that a nested one is not measured again. A thread
 * looks in a few places only; where all are taken the call goes unmeasured.
 */
public final class Outermost {

  private static final int SLOTS = 4096;
  private static final int REACH = 16;

  private final AtomicLongArray threads = new AtomicLongArray(SLOTS);

  private static int home(long thread) {
    return (int) (thread * 0x9E3779B97F4A7C15L >>> 40);
  }

  /** True if the thread was not inside; it is from now on. */
  public boolean enter(long thread) {
    int home = home(thread);
    int free = -1;
    for (int i = REACH - 1; i >= 0; i--) {
      int slot = home + i & SLOTS - 1;
      long there = threads.get(slot);
      if (there == thread) {
        return false;
      }
      free = there == 0 ? slot : free;
    }
    return free >= 0 && threads.compareAndSet(free, 0, thread);
  }

  /** The thread that entered is outside again. */
  public void exit(long thread) {
    int home = home(thread);
    for (int i = 0; i < REACH; i++) {
      int slot = home + i & SLOTS - 1;
      if (threads.get(slot) == thread) {
        threads.set(slot, 0);
        return;
      }
    }
  }

  /** Nobody is inside. */
  public void clear() {
    for (int i = 0; i < SLOTS; i++) {
      threads.set(i, 0);
    }
  }
}
