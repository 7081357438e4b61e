package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import org.jspecify.annotations.Nullable;

/**
 * A request gets what it asked for: the end of the wait and the beginning of the hold. The unit is
 * the first argument, which user code may have back before the method returns, or the result.
 */
final class GrantHook extends Hook {

  private final Watch watch;
  private final boolean byResult;
  private volatile boolean complete;

  GrantHook(Point point, ProbeState state, Watch watch, boolean byResult) {
    super(point, state);
    this.watch = watch;
    this.byResult = byResult;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (byResult) {
      return now;
    }
    if (self != null && argument != null) {
      granted(self, argument, now);
    }
    return 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    long now = System.nanoTime();
    if (self != null && result != null) {
      granted(self, result, now);
    } else if (self != null) {
      watch.waits().refuse(self, TimedOut.is(thrown), now);
    }
  }

  private void granted(Object request, Object unit, long now) {
    if (complete()) {
      PoolMeter meter = watch.waits().grant(request, now);
      if (meter != null) {
        watch.holds().begin(unit, meter, now, System.identityHashCode(unit));
      }
    }
  }

  /** Once a unit exists, the classes that hand it out and take it back must have been seen. */
  private boolean complete() {
    if (!complete) {
      String missing = state.missing();
      if (missing != null) {
        state.broke(missing, "class not loaded though a unit was handed out", "");
        return false;
      }
      complete = true;
    }
    return true;
  }
}
