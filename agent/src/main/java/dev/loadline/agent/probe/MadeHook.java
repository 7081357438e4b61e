package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A pool without a name of its own is made, once in its life. */
final class MadeHook extends Hook {

  private final PoolMakers makers;

  MadeHook(Point point, ProbeState state, PoolMakers makers) {
    super(point, state);
    this.makers = makers;
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
    if (self != null && result != null) {
      makers.made(result, self, argument);
    }
  }
}
