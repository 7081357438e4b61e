package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * A pool is done with its first argument, or threw: if that still waits, it is refused; if it runs,
 * its turn is over, and the pool gives it to the next within this method.
 */
final class DropHook extends Hook {

  private final Watch watch;
  private final boolean onlyThrown;

  DropHook(Point point, ProbeState state, Watch watch, boolean onlyThrown) {
    super(point, state);
    this.watch = watch;
    this.onlyThrown = onlyThrown;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (!onlyThrown && argument instanceof Runnable) {
      watch.holds().end(argument, now, stripe());
    }
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (argument instanceof Runnable && (thrown != null || !onlyThrown)) {
      watch.waits().refuse(argument, false, System.nanoTime());
    }
  }
}
