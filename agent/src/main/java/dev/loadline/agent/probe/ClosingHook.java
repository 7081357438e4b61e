package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Openings;
import org.jspecify.annotations.Nullable;

/** An object closes, if it is one that was seen to open. */
final class ClosingHook extends Hook {

  private final Openings openings;

  ClosingHook(Point point, ProbeState state, Openings openings) {
    super(point, state);
    this.openings = openings;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    if (self != null) {
      openings.closed(self);
    }
    return 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {}
}
