package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A permit comes back to its limiter. */
final class PermitBackHook extends Hook {

  private final Limiters limiters;

  PermitBackHook(Point point, ProbeState state, Limiters limiters) {
    super(point, state);
    this.limiters = limiters;
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
    if (self != null) {
      limiters.meterOf(self, since).end(System.nanoTime(), stripe());
    }
  }
}
