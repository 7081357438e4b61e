package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was sent over connections and is not answered yet, where answers come in the order of the
 * questions: with three commands sent at once, the first answer is the first one's. A connection is
 * found by identity and held only while something is open on it; questions are links of chains in
 * fixed arrays. Nothing is allocated and nobody waits: who finds a connection in use by another
 * thread, as when it is closed meanwhile, does not follow it.
 */
public final class Conversations {

  /** No question. */
  public static final int NONE = -1;

  private static final Object CLAIMED = new Object();
  private static final long FREE = Long.MIN_VALUE;
  private static final int REACH = 32;

  private final AtomicReferenceArray<@Nullable Object> connections;
  private final int[] first;
  private final int[] last;
  private final int[] skipped;
  private final int[] marks;
  private final int mask;

  private final AtomicLongArray since;
  private final int[] next;
  private final @Nullable RequestMeter[] meters;
  private final @Nullable String[] names;
  private final @Nullable Object[] notes;
  private final int questionMask;
  private final AtomicLong untracked = new AtomicLong();

  /**
   * @param connections how many connections can be followed at once, a power of two
   * @param questions how many questions can be open at once on all of them, a power of two
   */
  public Conversations(int connections, int questions) {
    this.connections = new AtomicReferenceArray<>(connections);
    first = new int[connections];
    last = new int[connections];
    skipped = new int[connections];
    marks = new int[connections];
    mask = connections - 1;
    since = new AtomicLongArray(questions);
    for (int i = 0; i < questions; i++) {
      since.set(i, FREE);
    }
    next = new int[questions];
    meters = new @Nullable RequestMeter[questions];
    names = new @Nullable String[questions];
    notes = new @Nullable Object[questions];
    questionMask = questions - 1;
  }

  /**
   * A question was sent; it counts as in flight from now on.
   *
   * @param note whatever is needed to understand the answer
   */
  public void ask(
      Object connection,
      RequestMeter meter,
      String name,
      @Nullable Object note,
      long now,
      int stripe) {
    int slot = claim(connection);
    int question = slot < 0 || skipped[slot] > 0 ? NONE : question(slot, now, stripe);
    if (question < 0) {
      untracked.incrementAndGet();
    } else {
      meters[question] = meter;
      names[question] = name;
      notes[question] = note;
      next[question] = NONE;
      meter.begin(now, stripe);
      if (first[slot] < 0) {
        first[slot] = question;
      } else {
        next[last[slot]] = question;
      }
      last[slot] = question;
    }
    if (slot >= 0) {
      skipped[slot] += question < 0 ? 1 : 0;
      connections.set(slot, connection);
    }
  }

  /** The question that an answer on this connection is for, which is no longer open, or none. */
  public int answered(Object connection) {
    int slot = find(connection);
    if (slot < 0 || !connections.compareAndSet(slot, connection, CLAIMED)) {
      return NONE;
    }
    int question = first[slot];
    if (question >= 0) {
      first[slot] = next[question];
    } else {
      skipped[slot]--;
    }
    marks[slot] = 0;
    boolean open = first[slot] >= 0 || skipped[slot] > 0;
    connections.set(slot, open ? connection : null);
    return question;
  }

  /** Notes a number of the answer to come on this connection, if it is known. */
  public void mark(Object connection, int mark) {
    int slot = find(connection);
    if (slot >= 0 && connections.compareAndSet(slot, connection, CLAIMED)) {
      marks[slot] = mark;
      connections.set(slot, connection);
    }
  }

  /** What was noted of the answer to come on this connection; 0 if nothing was. */
  public int mark(Object connection) {
    int slot = find(connection);
    return slot < 0 ? 0 : marks[slot];
  }

  /** Nothing that is open on this connection will be answered. */
  public void hangUp(Object connection, long now, int stripe) {
    int slot = find(connection);
    if (slot >= 0 && connections.compareAndSet(slot, connection, CLAIMED)) {
      drop(slot, now, stripe);
    }
  }

  private void drop(int slot, long now, int stripe) {
    while (first[slot] >= 0) {
      int question = first[slot];
      first[slot] = next[question];
      RequestMeter meter = meters[question];
      if (meter != null) {
        meter.abandon(now, stripe);
      }
      done(question);
    }
    skipped[slot] = 0;
    connections.set(slot, null);
  }

  /** Lets go of connections on which a question is open for so long, in nanoseconds. */
  public void forget(long now, long age) {
    for (int slot = 0; slot <= mask; slot++) {
      Object connection = connections.get(slot);
      if (connection != null
          && connection != CLAIMED
          && old(slot, now, age)
          && connections.compareAndSet(slot, connection, CLAIMED)) {
        if (old(slot, now, age)) {
          drop(slot, now, 0);
        } else {
          connections.set(slot, connection);
        }
      }
    }
  }

  private boolean old(int slot, long now, long age) {
    int question = first[slot];
    return age == 0 || (question >= 0 && now - since.get(question) >= age);
  }

  private static int home(Object connection) {
    return (System.identityHashCode(connection) * 0x9E3779B1) >>> 12;
  }

  private int find(Object connection) {
    int home = home(connection);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (connections.get(slot) == connection) {
        return slot;
      }
    }
    return NONE;
  }

  private int claim(Object connection) {
    int known = find(connection);
    if (known >= 0) {
      return connections.compareAndSet(known, connection, CLAIMED) ? known : NONE;
    }
    int home = home(connection);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (connections.get(slot) == null && connections.compareAndSet(slot, null, CLAIMED)) {
        first[slot] = NONE;
        skipped[slot] = 0;
        marks[slot] = 0;
        return slot;
      }
    }
    return NONE;
  }

  /** The next free place, for those of one connection are mostly taken in a row. */
  private int question(int slot, long now, int stripe) {
    int home = first[slot] < 0 ? (stripe * 0x9E3779B1) >>> 7 : last[slot] + 1;
    for (int i = 0; i <= questionMask; i++) {
      int question = (home + i) & questionMask;
      if (since.get(question) == FREE && since.compareAndSet(question, FREE, now)) {
        return question;
      }
    }
    return NONE;
  }

  /** When a question was sent. */
  public long since(int question) {
    return since.get(question);
  }

  /** Where it counts as in flight. */
  public @Nullable RequestMeter meter(int question) {
    return meters[question];
  }

  /** What it is called. */
  public @Nullable String name(int question) {
    return names[question];
  }

  /** What was noted of it. */
  public @Nullable Object note(int question) {
    return notes[question];
  }

  /** A question that was answered is done with; its place is free. */
  public void done(int question) {
    notes[question] = null;
    since.set(question, FREE);
  }

  /** Questions for which there was no place, and which were not measured. */
  public long untracked() {
    return untracked.get();
  }
}
