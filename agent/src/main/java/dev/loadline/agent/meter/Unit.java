package dev.loadline.agent.meter;

import java.lang.ref.WeakReference;

/**
 * One unit that a pool keeps and lends again and again. As only its holder writes here, a hold
 * needs no atomic step but that of the pool's occupancy. What changes stands in the lane, for a
 * garbage collection puts the units themselves onto the same cache lines.
 */
final class Unit extends WeakReference<Object> {

  private static final long FREE = Long.MIN_VALUE;
  private static final int SINCE = PoolMeter.NOTES;
  private static final int TURN = PoolMeter.NOTES + 1;

  private final PoolMeter meter;
  private final Lane lane;

  Unit(Object unit, PoolMeter meter) {
    super(unit);
    this.meter = meter;
    lane = meter.lane(2);
    lane.put(SINCE, FREE);
  }

  PoolMeter meter() {
    return meter;
  }

  /** It is lent; where the end of a hold before was not seen, that ends now. */
  void begin(long waitNanos, long now, Turns turns) {
    lost(now);
    lane.put(SINCE, Math.max(now, FREE + 1));
    lane.put(TURN, turns.current(Thread.currentThread().getId()));
    meter.acquired(waitNanos, now, lane);
  }

  /** It is given back; one that is not lent changes nothing. */
  void end(long now, Turns turns) {
    long began = lane.get(SINCE);
    if (began == FREE) {
      return;
    }
    lane.put(SINCE, FREE);
    long thread = Thread.currentThread().getId();
    meter.end(began, now, turns.hold(thread, lane.get(TURN), meter, now - began), lane);
  }

  /** Its hold, if it is lent, is no longer followed. */
  void lost(long now) {
    if (lane.get(SINCE) != FREE) {
      lane.put(SINCE, FREE);
      meter.lost(now);
    }
  }

  /** Whether it is lent for more than so many nanoseconds, as another thread sees it. */
  boolean heldLonger(long nanos, long now) {
    long began = lane.get(SINCE);
    return began != FREE && now - began > nanos;
  }

  Lane lane() {
    return lane;
  }

  /** It is no more. */
  void gone(long now) {
    lost(now);
    meter.disown(lane);
  }
}
