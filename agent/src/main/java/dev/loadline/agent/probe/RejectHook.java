package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A pool of threads turns a task away, whatever its handler makes of it. */
final class RejectHook extends ExecutorHook {

  RejectHook(Point point, ProbeState state, ExecutorWatch watch) {
    super(point, state, watch);
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self != null && argument != null && !ours() && !watch.forces(self)) {
      watch.rejected(self, state, argument, now, stripe());
    }
    return 0L;
  }
}
