package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A pool of threads runs a task, from its beginning to its end. */
final class RunHook extends ExecutorHook {

  RunHook(Point point, ProbeState state, ExecutorWatch watch) {
    super(point, state, watch);
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self == null || argument == null || ours()) {
      return 0L;
    }
    watch.started(self, state, argument, now);
    return now;
  }

  /** A worker says nothing when it leaves, so that it gives up its place after each task. */
  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (self != null) {
      watch.ended(self, System.nanoTime(), true);
    }
  }
}
