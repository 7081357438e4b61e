package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A pool is closed: whatever is still borrowed from it is let go. */
final class CloseHook extends Hook {

  private final Watch watch;

  CloseHook(Point point, ProbeState state, Watch watch) {
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
      watch.end(self, System.nanoTime());
    }
  }
}
