package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A pool takes back what it gets as its first argument: the end of the hold. */
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
    if (argument != null) {
      watch.holds().end(argument, System.nanoTime(), stripe());
    }
  }
}
