package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Signal;
import java.math.BigDecimal;
import java.util.Optional;

/** Which values say something. Java publishes "no limit" as NaN, -1, 0, 2147483647 and 2^63-1. */
final class Values {
  private Values() {}

  /** Why a value gives no sample, if it gives none. */
  static Optional<String> unusable(Signal signal, double value) {
    if (!Double.isFinite(value)) {
      return Optional.of("not a number");
    }
    if (signal == Signal.LIMIT && (value <= 0 || value == Integer.MAX_VALUE || value >= 0x1p63)) {
      return Optional.of("means no limit");
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
