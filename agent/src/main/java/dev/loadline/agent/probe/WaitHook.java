package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A thread finds no unit and has to wait for one. */
final class WaitHook extends MarkHook {

  private final Watch watch;

  WaitHook(Point point, ProbeState state, Watch watch) {
    super(point, state);
    this.watch = watch;
  }

  @Override
  void mark(@Nullable Object self, @Nullable Object argument, long now) {
    watch.marks().set(Thread.currentThread().getId(), now);
  }
}
