package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import org.jspecify.annotations.Nullable;

/** What waited for its turn runs in this method: the end of the wait, and the hold itself. */
final class TurnHook extends Hook {

  private final Watch watch;

  TurnHook(Point point, ProbeState state, Watch watch) {
    super(point, state);
    this.watch = watch;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    PoolMeter meter = self == null ? null : watch.waits().grant(self, now);
    if (self == null || meter == null) {
      return 0L;
    }
    watch.holds().begin(self, meter, now, stripe());
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (self != null) {
      watch.holds().end(self, System.nanoTime(), stripe());
    }
  }
}
