package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A worker starts; nearly always it brings its first task with it. */
final class WorkerHook extends ExecutorHook {

  WorkerHook(Point point, ProbeState state, ExecutorWatch watch) {
    super(point, state, watch);
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self != null && argument != null && !ours()) {
      watch.started(self, state, argument, now);
    }
    return 0L;
  }
}
