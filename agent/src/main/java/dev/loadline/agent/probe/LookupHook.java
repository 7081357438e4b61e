package dev.loadline.agent.probe;

import dev.loadline.agent.meter.TallyMeter;
import org.jspecify.annotations.Nullable;

/**
 * A cache is asked for a value that it has or has not. Where the second argument is a false, the
 * library does not count the call as a lookup either.
 */
final class LookupHook extends Hook {

  private final Caches caches;

  LookupHook(Point point, ProbeState state, Caches caches) {
    super(point, state);
    this.caches = caches;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return Boolean.FALSE.equals(argument) ? 0L : now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (self != null && thrown == null) {
      TallyMeter meter = caches.meterOf(self, since);
      if (result == null) {
        meter.no(1, stripe());
      } else {
        meter.yes(1, stripe());
      }
    }
  }
}
