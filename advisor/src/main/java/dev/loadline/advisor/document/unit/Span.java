package dev.loadline.advisor.document.unit;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A figure that is known to lie between two ends; the ends are equal where it is known exactly, and
 * infinite where nothing is said: at least 10,000 is 10,000 to infinity.
 */
public record Span(double low, double high) {

  public Span {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no span from " + low + " to " + high);
    }
  }

  /** The least span that holds all of these. */
  public static Span of(double... ends) {
    double low = ends[0];
    double high = ends[0];
    for (double end : ends) {
      low = Math.min(low, end);
      high = Math.max(high, end);
    }
    return new Span(low, high);
  }

  public Span times(double factor) {
    return of(low * factor, high * factor);
  }

  public boolean isPoint() {
    return low == high;
  }

  public boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether this lies within another, give or take a share of its ends. */
  public boolean within(Span other, double tolerance) {
    return low >= other.low - Math.abs(other.low) * tolerance
        && high <= other.high + Math.abs(other.high) * tolerance;
  }

  public boolean disjoint(Span other) {
    return high < other.low || low > other.high;
  }

  /** Where most would look for the figure: the geometric middle, or the end that there is. */
  public double middle() {
    if (!isBounded()) {
      return Double.isFinite(low) ? low : high;
    }
    return low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
  }

  /** {@code 150}, {@code 50-200}, {@code at least 10000}. */
  @Override
  public String toString() {
    if (low == high) {
      return text(low);
    } else if (high == Double.POSITIVE_INFINITY) {
      return low == Double.NEGATIVE_INFINITY ? "anything" : "at least " + text(low);
    } else if (low == Double.NEGATIVE_INFINITY) {
      return "at most " + text(high);
    }
    return text(low) + "-" + text(high);
  }

  /** Four significant digits, whole numbers whole: {@code 0.1}, {@code 65536}. */
  public static String text(double figure) {
    if (!Double.isFinite(figure)) {
      return Double.toString(figure);
    }
    MathContext digits =
        Math.abs(figure) >= 1_000 && figure == Math.rint(figure)
            ? new MathContext(15)
            : new MathContext(4);
    BigDecimal rounded = new BigDecimal(figure).round(digits);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
