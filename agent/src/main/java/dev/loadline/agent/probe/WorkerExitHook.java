package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A worker ends, perhaps because its task threw. */
final class WorkerExitHook extends ExecutorHook {

  WorkerExitHook(Point point, ProbeState state, ExecutorWatch watch) {
    super(point, state, watch);
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self != null && !ours()) {
      watch.ended(self, now, true);
    }
    return 0L;
  }
}
