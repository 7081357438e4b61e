package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Signal;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Which values say something. "No limit" is published as NaN, -1, 0, 2147483647, 2^63-1 and, by
 * control groups, 2^63 less a page.
 */
final class Values {
  static final String NO_LIMIT = "means no limit";
  private static final double CGROUP_UNLIMITED = 0x1p63 - 4_096;

  private Values() {}

  /** Why a value gives no sample, if it gives none. */
  static Optional<String> unusable(Signal signal, double value) {
    if (signal == Signal.LIMIT
        && (value <= 0
            || value == Integer.MAX_VALUE
            || value == CGROUP_UNLIMITED
            || value >= 0x1p63)) {
      return Optional.of(NO_LIMIT);
    }
    return signal == Signal.LIMIT && Double.isNaN(value)
        ? Optional.of("not a number, which means no limit")
        : impossible(value);
  }

  static Optional<String> impossible(double value) {
    if (!Double.isFinite(value)) {
      return Optional.of("not a number");
    }
    return value < 0 ? Optional.of("below zero") : Optional.empty();
  }

  /**
   * A bucket's upper bound in seconds, spelt in one way: 1000 and 1000.0 nanoseconds are both
   * 1.0E-6.
   */
  static Optional<String> bound(String le, double factor) {
    if (le.equals("+Inf")) {
      return Optional.of(le);
    }
    try {
      double bound = new BigDecimal(le).multiply(BigDecimal.valueOf(factor)).doubleValue();
      return Optional.of(Double.isInfinite(bound) ? "+Inf" : Double.toString(bound));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
