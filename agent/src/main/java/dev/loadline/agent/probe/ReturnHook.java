package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * A pool takes back what it gets as its first argument, or without one the unit itself is made
 * ready for the next: the end of the hold.
 */
final class ReturnHook extends Hook {

  private final Watch watch;

  ReturnHook(Point point, ProbeState state, Watch watch) {
    super(point, state);
    this.watch = watch;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    Object unit = argument == null ? self : argument;
    if (unit != null) {
      watch.holds().end(unit, System.nanoTime(), stripe());
    }
  }
}
