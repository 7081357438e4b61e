package dev.loadline.advisor.capacity;

import java.util.List;
import java.util.Optional;

/** Demand: the request rate of a service, and what one request takes of a resource. */
public final class Demand {
  static final String RATE = "requests/s";
  static final String PER_REQUEST = "s/request";

  /**
   * Share by which the ratio may be wrong although it was counted without error: work per request
   * differs somewhat between the load at which it was seen and the limit. Pools of a real
   * PostgreSQL, seen at 20 to 53 % load, missed by 2.0 and 3.8 %.
   */
  public static final double MODEL_ERROR = 0.03;

  private static final int PEAK_MILLIS = 60_000;

  private Demand() {}

  /** The rate of the last {@code recent} windows. */
  public static Estimate now(List<Window> windows, int recent, long seed) {
    Optional<String> missing = Evidence.missing(windows);
    if (missing.isPresent()) {
      return Estimate.unknown(RATE, missing.get());
    }
    List<Window> last = windows.subList(Math.max(0, windows.size() - recent), windows.size());
    return rate(last, "in the last %.0f s".formatted(seconds(last)), seed);
  }

  /** The rate of the busiest minute; of all the time where less than two minutes were measured. */
  public static Estimate peak(List<Window> windows, long seed) {
    Optional<String> missing = Evidence.missing(windows);
    if (missing.isPresent()) {
      return Estimate.unknown(RATE, missing.get());
    }
    if (seconds(windows) < 2 * PEAK_MILLIS / 1000.0) {
      return rate(windows, "in all %.0f s measured".formatted(seconds(windows)), seed);
    }
    List<Window> busiest = busiestMinute(windows);
    return rate(
        busiest,
        "in the busiest minute of the %.0f min measured".formatted(seconds(windows) / 60),
        seed);
  }

  private static List<Window> busiestMinute(List<Window> windows) {
    List<Window> busiest = windows;
    double highest = -1;
    int start = 0;
    for (int end = 1; end <= windows.size(); end++) {
      while (endMillis(windows.get(end - 1)) - windows.get(start).fromMillis() > PEAK_MILLIS) {
        start++;
      }
      List<Window> minute = windows.subList(start, end);
      double rate = requests(minute) / seconds(minute);
      if (seconds(minute) >= 0.75 * PEAK_MILLIS / 1000 && rate > highest) {
        highest = rate;
        busiest = minute;
      }
    }
    return busiest;
  }

  /** Resource-seconds per request: 91.1 connection-seconds for 900 requests are 0.1012 s. */
  public static Estimate perRequest(List<Window> windows, String unit, long seed) {
    Optional<String> missing = Evidence.missing(windows);
    if (missing.isPresent()) {
      return Estimate.unknown(PER_REQUEST, missing.get());
    }
    Bootstrap.Interval found =
        Bootstrap.interval(windows, Demand::ratio, seed).withModelError(MODEL_ERROR);
    double low = Math.max(0, found.low());
    double held = windows.stream().mapToDouble(Window::heldSeconds).sum();
    return Estimate.point(
        found.centre(),
        low,
        found.high(),
        PER_REQUEST,
        "%s %s-seconds / %s requests = %s s held per request %s"
            .formatted(
                Figures.of(held),
                unit,
                Figures.of(requests(windows)),
                Figures.of(found.centre()),
                Figures.range(low, found.high())));
  }

  private static double ratio(List<Window> windows) {
    double requests = requests(windows);
    double held = windows.stream().mapToDouble(Window::heldSeconds).sum();
    return requests > 0 ? held / requests : 0;
  }

  private static Estimate rate(List<Window> windows, String when, long seed) {
    double requests = requests(windows);
    double seconds = seconds(windows);
    Bootstrap.Interval found =
        Bootstrap.interval(windows, some -> requests(some) / seconds(some), seed);
    double low = Math.max(0, found.low());
    return Estimate.point(
        found.centre(),
        low,
        found.high(),
        RATE,
        "%s requests / %s s = %s requests/s %s %s"
            .formatted(
                Figures.of(requests),
                Figures.of(seconds),
                Figures.of(found.centre()),
                when,
                Figures.range(low, found.high())));
  }

  static double requests(List<Window> windows) {
    return windows.stream().mapToDouble(Window::requests).sum();
  }

  static double seconds(List<Window> windows) {
    return windows.stream().mapToDouble(Window::seconds).sum();
  }

  private static long endMillis(Window window) {
    return window.fromMillis() + Math.round(window.seconds() * 1000);
  }
}
