package dev.loadline.advisor.document;

import java.math.BigDecimal;
import java.math.MathContext;

/** A figure that is known to lie between two ends; the ends are equal where it is known exactly. */
public record Span(double low, double high) {

  public Span {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no span from " + low + " to " + high);
    }
  }

  static Span of(double... ends) {
    double low = ends[0];
    double high = ends[0];
    for (double end : ends) {
      low = Math.min(low, end);
      high = Math.max(high, end);
    }
    return new Span(low, high);
  }

  Span times(double factor) {
    return of(low * factor, high == Double.MAX_VALUE ? high : high * factor);
  }

  /** Whether this lies within another, give or take a share of its ends. */
  boolean within(Span other, double tolerance) {
    return low >= other.low * (1 - tolerance) && high <= other.high * (1 + tolerance);
  }

  boolean disjoint(Span other) {
    return high < other.low || low > other.high;
  }

  /** {@code 150} or {@code 50-200}. */
  @Override
  public String toString() {
    return low == high ? text(low) : text(low) + "-" + text(high);
  }

  static String text(double figure) {
    if (figure == 0) {
      return "0";
    }
    return new BigDecimal(figure, new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
