package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A pool has back a unit that it keeps: the end of the hold. */
final class RecallHook extends MarkHook {

  private final Watch watch;

  RecallHook(Point point, ProbeState state, Watch watch) {
    super(point, state);
    this.watch = watch;
  }

  @Override
  void mark(@Nullable Object unit, @Nullable Object argument, long now) {
    if (unit != null) {
      watch.units().end(unit, now);
    }
  }
}
