package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import org.jspecify.annotations.Nullable;

/** The server works for a unit that a pool keeps. */
final class WorkHook extends Hook {

  private final Watch watch;

  WorkHook(Point point, ProbeState state, Watch watch) {
    super(point, state);
    this.watch = watch;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object unit,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    long now = System.nanoTime();
    PoolMeter meter = unit == null ? null : watch.units().meterOf(unit);
    if (meter != null) {
      meter.busy(now - since, stripe());
    }
  }
}
