package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A connection is given back: the end of the hold. */
final class ReleaseHook extends Hook {

  private final Watch watch;

  ReleaseHook(Point point, ProbeState state, Watch watch) {
    super(point, state);
    this.watch = watch;
  }

  @Override
  boolean timed() {
    return false;
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
    if (self != null) {
      watch.holds().end(self, System.nanoTime(), stripe());
    }
  }
}
