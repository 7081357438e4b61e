package dev.loadline.agent.meter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The units that pools keep and lend again and again, found by identity. A unit is entered when it
 * is first lent and held weakly; to lend it once more allocates nothing and stores no reference.
 */
public final class Units {

  private static final int REACH = 32;

  private final AtomicReferenceArray<@Nullable Unit> slots;
  private final int mask;
  private final Turns turns;
  private final AtomicLong untracked = new AtomicLong();
  private volatile @Nullable HoldTraces traces;

  /**
   * @param slots how many units can be followed, a power of two
   * @param turns the requests under way, which account for the holds of their threads
   */
  public Units(int slots, Turns turns) {
    this.slots = new AtomicReferenceArray<>(slots);
    this.turns = turns;
    mask = slots - 1;
  }

  /** Keeps the stacks of some borrows from now on. */
  public void trace(HoldTraces some) {
    traces = some;
  }

  private static int home(Object unit) {
    return (System.identityHashCode(unit) * 0x9E3779B1) >>> 7;
  }

  private @Nullable Unit find(Object object) {
    int home = home(object);
    for (int i = 0; i < REACH; i++) {
      Unit unit = slots.get((home + i) & mask);
      if (unit != null && unit.get() == object) {
        return unit;
      }
    }
    return null;
  }

  /** The pool that a unit is of; null as long as it was not entered. */
  public @Nullable PoolMeter meterOf(Object unit) {
    Unit known = find(unit);
    return known == null ? null : known.meter();
  }

  /** A unit is lent for the first time. */
  public void enter(Object object, PoolMeter meter) {
    int home = home(object);
    Unit unit = new Unit(object, meter);
    for (int i = 0; i < REACH; i++) {
      if (slots.compareAndSet((home + i) & mask, null, unit)) {
        return;
      }
    }
    meter.disown(unit.lane());
    untracked.incrementAndGet();
  }

  /**
   * A unit is lent to this thread.
   *
   * @return whether it was entered before
   */
  public boolean begin(Object unit, long waitNanos, long now) {
    Unit known = find(unit);
    if (known == null) {
      return false;
    }
    known.begin(waitNanos, now, turns);
    HoldTraces some = traces;
    if (some != null) {
      some.begin(unit, known.meter(), now);
    }
    return true;
  }

  /** A unit is given back; one that is not known, or not lent, changes nothing. */
  public void end(Object unit, long now) {
    Unit known = find(unit);
    if (known != null) {
      known.end(now, turns);
      forget(unit);
    }
  }

  private void forget(@Nullable Object unit) {
    HoldTraces some = traces;
    if (some != null && unit != null) {
      some.end(unit);
    }
  }

  /** Lets go of all that was lent from a pool, or with null from any. */
  public void forget(@Nullable PoolMeter of, long now) {
    for (int slot = 0; slot <= mask; slot++) {
      Unit unit = slots.get(slot);
      if (unit != null && (of == null || unit.meter() == of)) {
        unit.lost(now);
        forget(unit.get());
      }
    }
  }

  /** How many units of a pool are held for more than so many nanoseconds now. */
  public int heldLonger(PoolMeter of, long nanos, long now) {
    int count = 0;
    for (int slot = 0; slot <= mask; slot++) {
      Unit unit = slots.get(slot);
      count += unit != null && unit.meter() == of && unit.heldLonger(nanos, now) ? 1 : 0;
    }
    return count;
  }

  /** Makes room where units are no more. */
  public void tidy(long now) {
    for (int slot = 0; slot <= mask; slot++) {
      Unit unit = slots.get(slot);
      if (unit != null && unit.get() == null) {
        slots.set(slot, null);
        unit.gone(now);
      }
    }
  }

  /** How many holds were not followed because there was no place for their unit. */
  public long untracked() {
    return untracked.get();
  }
}
