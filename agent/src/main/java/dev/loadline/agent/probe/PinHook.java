package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Histogram;
import org.jspecify.annotations.Nullable;

/** A virtual thread waits without leaving its carrier, which can run nothing else meanwhile. */
final class PinHook extends Hook {

  private final Histogram pins;

  PinHook(Point point, ProbeState state, Histogram pins) {
    super(point, state);
    this.pins = pins;
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
    pins.record(System.nanoTime() - since, stripe());
  }
}
