package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import org.jspecify.annotations.Nullable;

/** A pool throws instead of handing out a unit. */
final class RefuseHook extends MarkHook {

  private final Watch watch;
  private final Traits traits;

  RefuseHook(Point point, ProbeState state, Watch watch, Traits traits) {
    super(point, state);
    this.watch = watch;
    this.traits = traits;
  }

  @Override
  void mark(@Nullable Object pool, @Nullable Object thrown, long now) {
    if (pool == null || !(thrown instanceof Throwable)) {
      return;
    }
    long waited = watch.marks().take(Thread.currentThread().getId(), now);
    PoolMeter meter = watch.meterOf(pool);
    if (meter == null) {
      meter = watch.begin(new WatchedPool(state, pool, traits, new PoolMeter(now)));
    }
    meter.refused(waited, traits.timeout((Throwable) thrown), stripe());
  }
}
