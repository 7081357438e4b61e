package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A method in which a pool lends to itself: nothing that it acquires there counts. */
final class InsideHook extends Hook {

  private final Watch watch;

  InsideHook(Point point, ProbeState state, Watch watch) {
    super(point, state);
    this.watch = watch;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return watch.borrowing().enter(Thread.currentThread().getId()) ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    watch.borrowing().exit(Thread.currentThread().getId());
  }
}
