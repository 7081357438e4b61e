package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import org.jspecify.annotations.Nullable;

/**
 * A pool hands something out by one of several methods that may call one another, or by another
 * pool inside it: of nested calls on one thread the outermost counts.
 */
final class BorrowHook extends Hook {

  private final Watch watch;
  private final Traits traits;
  private volatile boolean complete;

  BorrowHook(Point point, ProbeState state, Watch watch, Traits traits) {
    super(point, state);
    this.watch = watch;
    this.traits = traits;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    long thread = Thread.currentThread().getId();
    if (self == null || !traits.covers(self.getClass()) || !watch.borrowing().enter(thread)) {
      return 0L;
    }
    boolean asked = false;
    try {
      PoolMeter meter = watch.meterOf(self);
      if (meter == null) {
        meter = watch.begin(new WatchedPool(state, self, traits, new PoolMeter(now)));
      }
      meter.asked((int) thread);
      asked = true;
      return now;
    } finally {
      if (!asked) {
        watch.borrowing().exit(thread);
      }
    }
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable {
    long now = System.nanoTime();
    long thread = Thread.currentThread().getId();
    watch.borrowing().exit(thread);
    PoolMeter meter = self == null ? null : watch.meterOf(self);
    if (meter == null) {
      return;
    }
    if (thrown != null || result == null) {
      meter.refused(now - since, traits.timeout(thrown), (int) thread);
    } else {
      meter.acquired(now - since, (int) thread);
      Object unit = unit(result);
      hold(unit, meter, unit == result ? now : System.nanoTime(), (int) thread);
    }
  }

  /** What has no unit where the probe looks for it is of another version. */
  private @Nullable Object unit(Object result) throws Throwable {
    try {
      return traits.unit(result);
    } catch (IllegalStateException lacking) {
      state.broke(result.getClass().getName(), String.valueOf(lacking.getMessage()), "");
      return null;
    }
  }

  /** What is held already, and handed out once more in a transaction, is held once. */
  private void hold(@Nullable Object unit, PoolMeter meter, long now, int stripe) {
    if (unit == null || !complete()) {
      return;
    }
    if (!traits.shared() || watch.holds().meterOf(unit, stripe) == null) {
      watch.holds().begin(unit, meter, now, stripe);
    }
  }

  /** Once something was handed out, the class that gives it back must have been seen. */
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
