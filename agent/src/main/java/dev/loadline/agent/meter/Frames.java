package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The calls that threads are in, each with a mark that something happened inside it. Nested calls
 * have marks of their own: a thread has one place, the mark in it is that of the innermost call,
 * and that of the call around it is kept by whoever entered. A thread looks in a few places only.
 */
public final class Frames {

  /** There was no place for the thread. */
  public static final int NONE = -1;

  /** The call is the thread's first. */
  public static final int OUTERMOST = 0;

  /** The call is inside another, which has no mark. */
  public static final int INSIDE = 1;

  /** The call is inside another, which has a mark. */
  public static final int INSIDE_MARKED = 2;

  private static final int SLOTS = 4096;
  private static final int REACH = 16;

  /** Twice the thread's number, and one more if there is a mark. */
  private final AtomicLongArray threads = new AtomicLongArray(SLOTS);

  private static int home(long thread) {
    return (int) ((thread * 0x9E3779B97F4A7C15L) >>> 40);
  }

  private int find(long thread) {
    int home = home(thread);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (threads.get(slot) >>> 1 == thread) {
        return slot;
      }
    }
    return -1;
  }

  /** The thread enters a call; the answer is to be given to {@link #exit}. */
  public int enter(long thread) {
    int own = find(thread);
    if (own >= 0) {
      return lift(own, thread);
    }
    int home = home(thread);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (threads.get(slot) == 0 && threads.compareAndSet(slot, 0, thread << 1)) {
        return OUTERMOST;
      }
    }
    return NONE;
  }

  /** As {@link #enter}, but does nothing if the thread is in no call. */
  public int inside(long thread) {
    int own = find(thread);
    return own < 0 ? NONE : lift(own, thread);
  }

  private int lift(int slot, long thread) {
    boolean marked = (threads.getAndSet(slot, thread << 1) & 1) != 0;
    return marked ? INSIDE_MARKED : INSIDE;
  }

  /** The thread leaves the call; true if it was marked. */
  public boolean exit(long thread, int entered) {
    int own = find(thread);
    if (own < 0) {
      return false;
    }
    boolean marked = (threads.get(own) & 1) != 0;
    threads.set(own, entered == OUTERMOST ? 0 : thread << 1 | entered - INSIDE);
    return marked;
  }

  /** Marks the innermost call of the thread, if it is in one. */
  public void mark(long thread) {
    int own = find(thread);
    if (own >= 0) {
      threads.set(own, thread << 1 | 1);
    }
  }

  /** Nobody is in a call. */
  public void clear() {
    for (int i = 0; i < SLOTS; i++) {
      threads.set(i, 0);
    }
  }
}
