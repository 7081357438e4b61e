package dev.loadline.agent.probe;

import dev.loadline.agent.meter.PoolMeter;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pool that answers later, where what stands for the request is an object of the
 * operation that the pool hands on from step to step.
 */
final class CheckoutHook extends Hook {

  /** What happens. */
  enum Step {
    /** The pool is asked; its argument is the request. */
    ASKED,
    /** A request meets its unit. */
    GRANTED,
    /** A failure meets its request. */
    DENIED
  }

  private final Step step;
  private final Watch watch;
  private final NumberedPools pools;
  private volatile boolean complete;

  CheckoutHook(Point point, ProbeState state, Step step, Watch watch, NumberedPools pools) {
    super(point, state);
    this.step = step;
    this.watch = watch;
    this.pools = pools;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self == null || argument == null) {
      return 0L;
    }
    if (step == Step.ASKED) {
      watch.waits().begin(argument, pools.meterOf(self, now), now);
    } else if (step == Step.DENIED) {
      watch.waits().refuse(argument, TimedOut.is(self), now);
    } else {
      granted(self, argument, now);
    }
    return 0L;
  }

  private void granted(Object request, Object unit, long now) {
    PoolMeter meter = watch.waits().grant(request, now);
    if (meter != null && complete()) {
      watch.holds().begin(unit, meter, now, System.identityHashCode(unit));
    }
  }

  /** Once a unit exists, the class that takes it back must have been seen. */
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
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {}
}
