package dev.loadline.advisor.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How figures are written in explanations: four significant digits, the point as the mark. */
public final class Figures {
  private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_UP);

  private Figures() {}

  /** {@code 0.1012}, {@code 148.2}, {@code 15}, {@code 1204}. */
  public static String of(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR).stripTrailingZeros();
    return Math.abs(value) < 1e-9 ? rounded.toString() : rounded.toPlainString();
  }

  /** {@code 148.2 (144.9-151.6)}. */
  public static String range(double low, double high) {
    return "(" + of(low) + "-" + of(high) + ")";
  }
}
