package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Outermost;
import dev.loadline.agent.meter.PoolMeter;
import org.jspecify.annotations.Nullable;

/**
 * A pool without a name hands out a unit to the thread that waits in this method, of nested calls
 * in the outermost; another thread may give it back.
 */
final class LeaseHook extends Hook {

  private final Watch watch;
  private final NumberedPools pools;
  private final Outermost outermost = new Outermost();
  private volatile boolean complete;

  LeaseHook(Point point, ProbeState state, Watch watch, NumberedPools pools) {
    super(point, state);
    this.watch = watch;
    this.pools = pools;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self == null || !outermost.enter(Thread.currentThread().getId())) {
      return 0L;
    }
    pools.meterOf(self, now).asked(stripe());
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    outermost.exit(Thread.currentThread().getId());
    if (self == null) {
      return;
    }
    long now = System.nanoTime();
    PoolMeter meter = pools.meterOf(self, now);
    if (result == null) {
      meter.refused(now - since, TimedOut.is(thrown), stripe());
    } else {
      meter.acquired(now - since, stripe());
      if (complete()) {
        watch.holds().begin(result, meter, now, System.identityHashCode(result));
      }
    }
  }

  /** Once a unit was handed out, the class that gives it back must have been seen. */
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

  @Override
  void forget(long now) {
    outermost.clear();
  }
}
