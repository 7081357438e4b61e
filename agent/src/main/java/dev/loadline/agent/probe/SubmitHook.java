package dev.loadline.agent.probe;

import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A task is brought to a pool of threads. */
final class SubmitHook extends ExecutorHook {

  private final boolean throwsIfRejected;

  SubmitHook(Point point, ProbeState state, ExecutorWatch watch, boolean throwsIfRejected) {
    super(point, state, watch);
    this.throwsIfRejected = throwsIfRejected;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self == null || argument == null || ours()) {
      return 0L;
    }
    watch.submitted(self, state, argument, now);
    return throwsIfRejected ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {
    if (thrown instanceof RejectedExecutionException && self != null && argument != null) {
      watch.rejected(self, state, argument, System.nanoTime(), stripe());
    }
  }
}
