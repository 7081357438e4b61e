package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are open for long, by identity, so that none is counted twice and none ends that did
 * not begin: of 500 WebSockets opened, and 20 closed of which 3 were open before, 483 are open. An
 * object is held until it is closed. Tables are added as they are needed, each four times as large
 * as the one before; up to a million objects or so are followed.
 */
public final class Openings {

  private static final int TABLES = 6;
  private static final int FIRST = 1024;
  private static final int REACH = 32;

  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Object>> tables =
      new AtomicReferenceArray<>(TABLES);
  private final AtomicLong open = new AtomicLong();
  private volatile boolean overflown;

  private static int home(Object object) {
    return (System.identityHashCode(object) * 0x9E3779B1) >>> 12;
  }

  private AtomicReferenceArray<@Nullable Object> table(int number) {
    AtomicReferenceArray<@Nullable Object> there = tables.get(number);
    if (there != null) {
      return there;
    }
    AtomicReferenceArray<@Nullable Object> added =
        new AtomicReferenceArray<>(FIRST << (2 * number));
    return tables.compareAndSet(number, null, added) ? added : table(number);
  }

  /** The object is open from now on; to be told once. */
  public void opened(Object object) {
    int home = home(object);
    for (int number = 0; number < TABLES; number++) {
      AtomicReferenceArray<@Nullable Object> table = table(number);
      for (int i = 0; i < REACH; i++) {
        int slot = (home + i) & (table.length() - 1);
        if (table.get(slot) == null && table.compareAndSet(slot, null, object)) {
          open.incrementAndGet();
          return;
        }
      }
    }
    overflown = true;
  }

  /** The object is closed, if it was open. */
  public void closed(Object object) {
    int home = home(object);
    for (int number = 0; number < TABLES; number++) {
      AtomicReferenceArray<@Nullable Object> table = tables.get(number);
      if (table == null) {
        return;
      }
      for (int i = 0; i < REACH; i++) {
        int slot = (home + i) & (table.length() - 1);
        if (table.get(slot) == object && table.compareAndSet(slot, object, null)) {
          open.decrementAndGet();
          return;
        }
      }
    }
  }

  /** How many are open, or -1 once there were more than can be followed. */
  public long open() {
    return overflown ? -1 : Math.max(0, open.get());
  }

  /** Lets go of all. */
  public void clear() {
    for (int number = 0; number < TABLES; number++) {
      AtomicReferenceArray<@Nullable Object> table = tables.get(number);
      for (int slot = 0; table != null && slot < table.length(); slot++) {
        Object there = table.get(slot);
        if (there != null && table.compareAndSet(slot, there, null)) {
          open.decrementAndGet();
        }
      }
    }
  }
}
