package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Requests that have arrived and are not answered yet, by identity, and since when. A request looks
 * in a few places next to its own; nothing is allocated, and it is let go when it is answered.
 */
public final class InFlight {

  private static final Object CLAIMED = new Object();
  private static final int REACH = 32;

  private final AtomicReferenceArray<@Nullable Object> requests;
  private final long[] since;
  private final @Nullable String[] notes;
  private final int mask;

  /**
   * @param slots how many requests can be followed at once at most, a power of two
   */
  public InFlight(int slots) {
    requests = new AtomicReferenceArray<>(slots);
    since = new long[slots];
    notes = new @Nullable String[slots];
    mask = slots - 1;
  }

  private static int home(Object request) {
    return (System.identityHashCode(request) * 0x9E3779B1) >>> 12;
  }

  /** True if the request has a place now; false if there is none. */
  public boolean begin(Object request, long now) {
    int home = home(request);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (requests.get(slot) == null && requests.compareAndSet(slot, null, CLAIMED)) {
        since[slot] = now;
        notes[slot] = null;
        requests.set(slot, request);
        return true;
      }
    }
    return false;
  }

  /** The place of a request, or -1 if it is not known. */
  public int find(Object request) {
    int home = home(request);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & mask;
      if (requests.get(slot) == request) {
        return slot;
      }
    }
    return -1;
  }

  /** The request at this place, or null. */
  public @Nullable Object at(int slot) {
    Object there = requests.get(slot);
    return there == CLAIMED ? null : there;
  }

  /** When the request at this place arrived. */
  public long since(int slot) {
    return since[slot];
  }

  /** The note on the request at this place, e.g. its route. */
  public @Nullable String note(int slot) {
    return notes[slot];
  }

  /** Makes a note on a request; the first holds. */
  public void note(int slot, String note) {
    if (notes[slot] == null) {
      notes[slot] = note;
    }
  }

  /** Makes a note on a request in place of any that it has. */
  public void renote(int slot, String note) {
    notes[slot] = note;
  }

  /** Lets the request at this place go; true if it was there still. */
  public boolean end(int slot, Object request) {
    return requests.compareAndSet(slot, request, null);
  }

  /** Lets all go. */
  public void clear() {
    for (int slot = 0; slot <= mask; slot++) {
      if (requests.get(slot) != CLAIMED) {
        requests.set(slot, null);
      }
    }
  }
}
