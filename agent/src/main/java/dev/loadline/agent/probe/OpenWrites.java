package dev.loadline.agent.probe;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The connections in a transaction, and since when they write: a fixed array of slots, probed from
 * the connection's identity. It is referred to until the transaction ends. What finds no slot is
 * taken to be in none.
 */
final class OpenWrites {

  private static final int SLOTS = 1024;
  private static final int REACH = 16;
  private static final long NOT_YET = 0;

  private final AtomicReferenceArray<@Nullable Object> connections =
      new AtomicReferenceArray<>(SLOTS);
  private final AtomicLongArray since = new AtomicLongArray(SLOTS);

  private static int home(Object connection) {
    return (System.identityHashCode(connection) * 0x9E3779B1) >>> 7;
  }

  private int find(Object connection) {
    int home = home(connection);
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (connections.get(slot) == connection) {
        return slot;
      }
    }
    return -1;
  }

  boolean contains(Object connection) {
    return find(connection) >= 0;
  }

  /** The connection is in a transaction that has written nothing yet; false if there is no slot. */
  boolean open(Object connection) {
    int home = home(connection);
    if (find(connection) >= 0) {
      return true;
    }
    for (int i = 0; i < REACH; i++) {
      int slot = (home + i) & (SLOTS - 1);
      if (connections.get(slot) == null && connections.compareAndSet(slot, null, connection)) {
        since.set(slot, NOT_YET);
        return true;
      }
    }
    return false;
  }

  /** The transaction writes, and began to ask for it then; false if there is no slot. */
  boolean write(Object connection, long from) {
    if (!open(connection)) {
      return false;
    }
    since.compareAndSet(find(connection), NOT_YET, from | 1L);
    return true;
  }

  /** The transaction ends; since when it wrote, or 0 if it did not. */
  long end(Object connection) {
    int slot = find(connection);
    if (slot < 0) {
      return NOT_YET;
    }
    long from = since.get(slot);
    connections.set(slot, null);
    return from;
  }

  void clear() {
    for (int slot = 0; slot < SLOTS; slot++) {
      connections.set(slot, null);
    }
  }
}
