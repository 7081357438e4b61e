package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import org.jspecify.annotations.Nullable;

/** A pool hands out a unit that it keeps: the end of the wait, if there was one, and a hold. */
final class LendHook extends MarkHook {

  private final Watch watch;
  private final Traits traits;
  private volatile boolean complete;

  LendHook(Point point, ProbeState state, Watch watch, Traits traits) {
    super(point, state);
    this.watch = watch;
    this.traits = traits;
  }

  @Override
  void mark(@Nullable Object unit, @Nullable Object pool, long now) {
    if (unit == null || pool == null || !complete()) {
      return;
    }
    long waited = watch.marks().take(Thread.currentThread().getId(), now);
    if (!watch.units().begin(unit, waited, now)) {
      watch.units().enter(unit, meterOf(pool, now));
      watch.units().begin(unit, waited, now);
    }
  }

  private PoolMeter meterOf(Object pool, long now) {
    PoolMeter known = watch.meterOf(pool);
    return known != null
        ? known
        : watch.begin(new WatchedPool(state, pool, traits, new PoolMeter(now)));
  }

  /** Once a unit is handed out, the class that takes it back must have been seen. */
  private boolean complete() {
    if (!complete) {
      String missing = state.missing();
      if (missing != null) {
        state.broke(missing, "class not loaded though a connection was handed out", "");
        return false;
      }
      complete = true;
    }
    return true;
  }
}
