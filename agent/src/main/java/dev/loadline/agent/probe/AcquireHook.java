package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A pool hands out a connection: the wait, and the beginning of the hold. */
final class AcquireHook extends Hook {

  private final Watch watch;
  private final String limit;
  private final String name;
  private volatile boolean complete;

  AcquireHook(Point point, ProbeState state, Watch watch, String limit, String name) {
    super(point, state);
    this.watch = watch;
    this.limit = limit;
    this.name = name;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self == null) {
      return 0L;
    }
    PoolMeter meter = watch.meterOf(self);
    if (meter == null) {
      meter = watch.begin(new WatchedPool(state, self, limit, name, new PoolMeter(now)));
    }
    meter.asked(stripe());
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    PoolMeter meter = self == null ? null : watch.meterOf(self);
    if (meter == null) {
      return;
    }
    long now = System.nanoTime();
    int stripe = stripe();
    if (thrown != null || result == null) {
      meter.refused(now - since, isTimeout(thrown), stripe);
    } else {
      if (complete()) {
        watch.holds().begin(result, meter, now - since, now, stripe);
      } else {
        meter.acquired(now - since, stripe);
      }
    }
  }

  /** Once a connection exists, the class that gives it back must have been seen. */
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

  private static boolean isTimeout(@Nullable Throwable thrown) {
    return thrown instanceof SQLTransientException || thrown instanceof TimeoutException;
  }
}
