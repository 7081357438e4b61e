package dev.loadline.advisor.capacity;

import java.util.List;

/** How bursty the use of a resource is, from the two integrals. */
public final class Bursts {

  private Bursts() {}

  /**
   * The growth v of {@link Peakedness}: variance over mean of the number in use, less the 1 that
   * chance gives, per unit of load. {@link Peakedness#CHANCE} where the interval of v reaches 0;
   * where the second integral was not measured, chance with an interval up to twice as uneven.
   */
  public static Peakedness seen(List<Window> windows, long seed) {
    if (windows.stream().anyMatch(window -> Double.isNaN(window.spread()))) {
      double mean = mean(windows);
      return mean > 0 ? new Peakedness(0, 0, 1 / mean) : Peakedness.CHANCE;
    }
    if (windows.size() < Evidence.WINDOWS || growth(windows) <= 0) {
      return Peakedness.CHANCE;
    }
    Bootstrap.Interval found = Bootstrap.interval(windows, Bursts::growth, seed);
    return found.low() <= 0
        ? Peakedness.CHANCE
        : new Peakedness(found.centre(), found.low(), found.high());
  }

  private static double growth(List<Window> windows) {
    double held = windows.stream().mapToDouble(Window::heldSeconds).sum();
    double spread = windows.stream().mapToDouble(Window::spread).sum();
    return held > 0 ? (spread / held - 1) / mean(windows) : 0;
  }

  /** Mean number in use of one instance. */
  private static double mean(List<Window> windows) {
    double held = windows.stream().mapToDouble(Window::heldSeconds).sum();
    return held / windows.stream().mapToDouble(w -> w.seconds() * w.instances()).sum();
  }
}
