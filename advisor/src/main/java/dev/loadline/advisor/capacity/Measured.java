package dev.loadline.advisor.capacity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one resource, as counted: the input of its law.
 *
 * @param unit what one of it is called, singular: {@code connection}
 * @param limit how many one instance may have in use
 * @param instances processes that have one each
 * @param windows for the demand, some seconds each
 * @param longWindows for the peakedness, up to a minute each
 * @param acquired how often one was taken in all windows; NaN where not counted
 * @param waited seconds that callers waited in all windows; NaN where not measured
 * @param response the time requests take at the load that was measured; null where not known
 */
public record Measured(
    String unit,
    double limit,
    int instances,
    List<Window> windows,
    List<Window> longWindows,
    double acquired,
    double waited,
    @Nullable Distribution response) {

  public Measured {
    if (!(limit > 0) || instances < 1) {
      throw new IllegalArgumentException("limit " + limit + " of " + instances + " instances");
    }
    windows = List.copyOf(windows);
    longWindows = List.copyOf(longWindows);
  }

  /** Highest mean utilisation of any window, 0 to 1: how near to the limit it was ever seen. */
  public double seenUpTo() {
    return windows.stream()
        .mapToDouble(window -> window.meanInUse() / (limit * window.instances()))
        .max()
        .orElse(0);
  }

  /** Mean time for which one is held, seconds; of a whole request where takings are not counted. */
  double meanHold() {
    double held = windows.stream().mapToDouble(Window::heldSeconds).sum();
    double times = acquired > 0 ? acquired : Demand.requests(windows);
    return times > 0 ? held / times : 0;
  }

  /** Requests a second over all that was measured. */
  double rate() {
    return Demand.requests(windows) / Demand.seconds(windows);
  }
}
