package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Counters;
import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether callers of a resource wait at present, and what the processor does meanwhile.
 *
 * @param meanWait seconds that a caller waited on average in the last half minute; NaN where not
 *     measured
 * @param gaveUp callers who gave up or were turned away in the last half minute
 */
record Pressure(double meanWait, double gaveUp) {
  /** Below this a wait is the caller's own stall, not the resource's. */
  private static final double STALL_SECONDS = 0.005;

  static Pressure of(List<Line> recent) {
    Counters counters = new Counters(recent);
    double waited = counters.rise(Signal.WAIT, Part.SUM);
    double times = counters.rise(Signal.WAIT, Part.COUNT);
    double gaveUp =
        zeroIfUnmeasured(counters.rise(Signal.TIMEOUTS, Part.VALUE))
            + zeroIfUnmeasured(counters.rise(Signal.REJECTED, Part.VALUE));
    return new Pressure(times > 0 ? waited / times : Double.NaN, gaveUp);
  }

  /** Callers wait for a good part of the time for which they then hold, or give up. */
  boolean waits(double holdSeconds) {
    return gaveUp > 0 || meanWait > Math.max(STALL_SECONDS, 0.25 * holdSeconds);
  }

  /** How busy the processor of the busiest instance is, 0 to 1. */
  static OptionalDouble cpu(Readings readings) {
    return new Gauges(readings.closest(ResourceKind.CPU)).highest(Signal.UTILISATION);
  }

  private static double zeroIfUnmeasured(double figure) {
    return Double.isNaN(figure) ? 0 : figure;
  }
}
