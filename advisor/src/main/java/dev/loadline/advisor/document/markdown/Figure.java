package dev.loadline.advisor.document.markdown;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a document states it: {@code ~100-120 requests/second} is from 100 to 120, {@code
 * 10,000+ users} has no upper end, {@code <200ms} no lower one.
 *
 * @param low null where only an upper bound is stated
 * @param high null where only a lower bound is stated
 * @param used the figure out of the range with which the document goes on to calculate, if it says
 * @param unit {@code requests/minute}; empty where the document names none
 */
public record Figure(
    @Nullable Double low, @Nullable Double high, @Nullable Double used, String unit) {

  public Figure {
    if (low == null && high == null) {
      throw new IllegalArgumentException("a figure has at least one end");
    }
    if (low != null && high != null && low > high) {
      throw new IllegalArgumentException("no figure from " + low + " to " + high);
    }
  }

  static Figure of(double value, String unit) {
    return new Figure(value, value, null, unit);
  }

  static Figure between(double low, double high, String unit) {
    return new Figure(Math.min(low, high), Math.max(low, high), null, unit);
  }

  boolean isPoint() {
    return low != null && low.equals(high);
  }

  boolean sameAs(Figure other) {
    return Objects.equals(low, other.low)
        && Objects.equals(high, other.high)
        && unit.equals(other.unit);
  }

  /** Whether a single figure lies inside this range. */
  boolean holds(Figure point) {
    return point.isPoint()
        && unit.equals(point.unit)
        && !isPoint()
        && (low == null || low <= number(point.low))
        && (high == null || high >= number(point.low));
  }

  Figure in(String other) {
    return new Figure(low, high, used, other);
  }

  Figure using(Figure point) {
    return new Figure(low, high, point.low, unit);
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  /** {@code 100-120 requests/second}, {@code at least 10000 users}, {@code 60 requests/minute}. */
  @Override
  public String toString() {
    return (range() + " " + unit).strip();
  }

  private String range() {
    if (low == null) {
      return "at most " + text(number(high));
    }
    if (high == null) {
      return "at least " + text(low);
    }
    return low.equals(high) ? text(low) : text(low) + "-" + text(high);
  }

  static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
