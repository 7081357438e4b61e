package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * A pool takes back the unit that is its first argument, or without one the unit itself is asked to
 * go back, on whatever thread: the end of the hold.
 */
final class GiveBackHook extends Hook {

  private final Watch watch;
  private final boolean early;

  /**
   * @param early whether the hold is over when the method is entered, because the method itself
   *     hands the unit to the next; otherwise when it returns
   */
  GiveBackHook(Point point, ProbeState state, Watch watch, boolean early) {
    super(point, state);
    this.watch = watch;
    this.early = early;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (!early) {
      return now;
    }
    end(argument == null ? self : argument, now);
    return 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    end(argument == null ? self : argument, System.nanoTime());
  }

  private void end(@Nullable Object unit, long now) {
    if (unit != null) {
      watch.holds().end(unit, now, System.identityHashCode(unit));
    }
  }
}
