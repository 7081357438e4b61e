package dev.loadline.agent.meter;

import java.lang.ref.WeakReference;

/**
 * One unit that a pool keeps and lends again and again. As only its holder writes here, a hold
 * needs no atomic step but that of the pool's occupancy.
 */
final class Unit extends WeakReference<Object> {

  private static final long FREE = Long.MIN_VALUE;

  private final PoolMeter meter;
  private final Lane lane;
  private long since = FREE;
  private long turn;

  Unit(Object unit, PoolMeter meter) {
    super(unit);
    this.meter = meter;
    lane = meter.lane();
  }

  PoolMeter meter() {
    return meter;
  }

  /** It is lent; where the end of a hold before was not seen, that ends now. */
  void begin(long waitNanos, long now, Turns turns) {
    lost(now);
    since = Math.max(now, FREE + 1);
    turn = turns.current(Thread.currentThread().getId());
    meter.acquired(waitNanos, now, lane);
  }

  /** It is given back; one that is not lent changes nothing. */
  void end(long now, Turns turns) {
    long began = since;
    if (began == FREE) {
      return;
    }
    since = FREE;
    long thread = Thread.currentThread().getId();
    meter.end(began, now, turns.hold(thread, turn, meter, now - began), lane);
  }

  /** Its hold, if it is lent, is no longer followed. */
  void lost(long now) {
    if (since != FREE) {
      since = FREE;
      meter.lost(now);
    }
  }

  boolean heldLonger(long nanos, long now) {
    long began = since;
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
