package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A pool is asked and answers later, perhaps on another thread: the beginning of the wait. What
 * stands for the request is the first argument, known before anybody can answer it, or the result.
 */
final class AskHook extends Hook {

  private final Watch watch;
  private final NumberedPools pools;
  private final boolean byResult;
  private volatile boolean complete;

  AskHook(Point point, ProbeState state, Watch watch, NumberedPools pools, boolean byResult) {
    super(point, state);
    this.watch = watch;
    this.pools = pools;
    this.byResult = byResult;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (byResult) {
      return now;
    }
    if (self != null && argument != null && !over(argument) && complete(argument)) {
      watch.waits().begin(argument, pools.meterOf(self, now), now);
      if (over(argument)) {
        watch.waits().refuse(argument, false, now);
      }
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
    if (self == null) {
      return;
    }
    if (result != null && complete(result)) {
      watch.waits().begin(result, pools.meterOf(self, since), since);
    } else if (thrown != null) {
      refused(self, System.nanoTime() - since, thrown);
    }
  }

  private void refused(Object pool, long nanos, Throwable thrown) {
    PoolMeter meter = watch.meterOf(pool);
    if (meter != null) {
      int stripe = System.identityHashCode(thrown);
      meter.asked(stripe);
      meter.refused(nanos, TimedOut.is(thrown), stripe);
    }
  }

  /** A request may be a flag that is raised when it is cancelled. */
  private static boolean over(Object request) {
    return request instanceof AtomicBoolean && ((AtomicBoolean) request).get();
  }

  /** Once a request exists, its class must have been seen, or its wait would never end. */
  private boolean complete(Object request) {
    if (!complete) {
      String type = request.getClass().getName();
      if (!state.seen(type)) {
        state.broke(type, "stands for requests, but the probe does not know it", "");
        return false;
      }
      complete = true;
    }
    return true;
  }
}
