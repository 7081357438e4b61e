package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** An object begins to work, or ends: from then on, or no more, its gauges are read. */
final class GaugeHook extends Hook {

  private final GaugeList list;
  private final Gauges[] gauges;

  /**
   * @param gauges what to read from now on; none if the object ends
   */
  GaugeHook(Point point, ProbeState state, GaugeList list, Gauges... gauges) {
    super(point, state);
    this.list = list;
    this.gauges = gauges.clone();
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
    if (self == null) {
      return;
    }
    if (gauges.length == 0) {
      list.end(self);
    } else if (thrown == null) {
      for (Gauges each : gauges) {
        list.begin(state, self, each);
      }
    }
  }
}
