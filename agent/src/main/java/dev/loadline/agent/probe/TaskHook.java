package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A worker asks for its next task: the end of one run, and the beginning of another. */
final class TaskHook extends ExecutorHook {

  TaskHook(Point point, ProbeState state, ExecutorWatch watch) {
    super(point, state, watch);
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self == null || ours()) {
      return 0L;
    }
    watch.ended(self, now, false);
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (self != null && result != null) {
      watch.started(self, state, result, System.nanoTime() | 1L);
    }
  }
}
