package dev.loadline.agent.probe;

import dev.loadline.agent.meter.TallyMeter;
import org.jspecify.annotations.Nullable;

/** A cache counts at once what several lookups found, or what they missed. */
final class BulkHook extends Hook {

  private final Caches caches;
  private final String only;
  private final String hits;
  private final String misses;

  /**
   * @param only the class of which the cache must be
   * @param hits the name of the constant by which the first argument says that it is about hits
   */
  BulkHook(Point point, ProbeState state, Caches caches, String only, String hits, String misses) {
    super(point, state);
    this.caches = caches;
    this.only = only;
    this.hits = hits;
    this.misses = misses;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return self != null && self.getClass().getName().equals(only) ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (self == null || !(argument instanceof Enum) || !(result instanceof Number)) {
      return;
    }
    TallyMeter meter = caches.meterOf(self, since);
    String what = ((Enum<?>) argument).name();
    if (what.equals(hits)) {
      meter.yes(((Number) result).longValue(), stripe());
    } else if (what.equals(misses)) {
      meter.no(((Number) result).longValue(), stripe());
    }
  }
}
