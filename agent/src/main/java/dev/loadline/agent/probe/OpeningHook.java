package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Openings;
import org.jspecify.annotations.Nullable;

/** An object opens when the method returns. */
final class OpeningHook extends Hook {

  /** What opens. */
  enum What {
    OBJECT,
    ARGUMENT,
    RESULT
  }

  private final Openings openings;
  private final What what;
  private final String only;
  private final @Nullable Getter over;
  private final GaugeList list;
  private final Gauges gauges;
  private volatile boolean listed;

  /**
   * @param only what the name of its class ends with
   * @param over what is true of it if it is closed already, or null
   * @param list where it is told from the first one on how many are open
   */
  OpeningHook(
      Point point,
      ProbeState state,
      Openings openings,
      What what,
      String only,
      @Nullable Getter over,
      GaugeList list,
      Gauges gauges) {
    super(point, state);
    this.openings = openings;
    this.what = what;
    this.only = only;
    this.over = over;
    this.list = list;
    this.gauges = gauges;
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
      @Nullable Throwable thrown)
      throws Throwable {
    Object opened = what == What.OBJECT ? self : what == What.ARGUMENT ? argument : result;
    if (opened == null || thrown != null || !opened.getClass().getName().endsWith(only)) {
      return;
    }
    if (!listed) {
      list.begin(state, openings, gauges);
      listed = true;
    }
    openings.opened(opened);
    if (over != null && Boolean.TRUE.equals(over.get(opened))) {
      openings.closed(opened);
    }
  }

  @Override
  void forget(long now) {
    openings.clear();
  }
}
