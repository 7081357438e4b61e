package dev.loadline.advisor.capacity;

import org.jspecify.annotations.Nullable;

/**
 * A figure with its interval and the sum behind it, or an honest {@code unknown}.
 *
 * <p>A point has {@code low <= value <= high} (90 % interval); a lower bound has only {@code low}
 * beside its value, an upper bound only {@code high}; unknown has none of the three. No figure is
 * ever NaN, infinite or negative, headroom apart: a service over its safe capacity has a negative
 * one, made by {@link #signed}.
 *
 * @param unit for example {@code requests/s}
 * @param explanation one line from which the value can be recomputed by hand to 1 %: {@code 15
 *     connections / 0.1012 s held per request = 148.2 requests/s (144.9-151.6)}
 */
public record Estimate(
    @Nullable Double value,
    @Nullable Double low,
    @Nullable Double high,
    String unit,
    Verdict verdict,
    String explanation) {

  /** The unit of a headroom: a share of the safe capacity, 1 at most. */
  public static final String RATIO = "ratio";

  public Estimate {
    requireFinite(value, unit, explanation);
    requireFinite(low, unit, explanation);
    requireFinite(high, unit, explanation);
    boolean shaped =
        switch (verdict) {
          case POINT -> value != null && low != null && high != null && ordered(low, value, high);
          case LOWER_BOUND -> value != null && value.equals(low) && high == null;
          case UPPER_BOUND -> value != null && value.equals(high) && low == null;
          case UNKNOWN -> value == null && low == null && high == null;
        };
    if (!shaped) {
      throw new IllegalArgumentException(
          "not a %s: value %s, low %s, high %s".formatted(verdict, value, low, high));
    }
    if (explanation.isBlank() || explanation.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("an explanation is one line: '" + explanation + "'");
    }
  }

  public static Estimate point(
      double value, double low, double high, String unit, String explanation) {
    return new Estimate(value, low, high, unit, Verdict.POINT, explanation);
  }

  /** A figure that is known exactly, such as a configured limit. */
  public static Estimate exact(double value, String unit, String explanation) {
    return point(value, value, value, unit, explanation);
  }

  /** A headroom, the one figure that may be negative. */
  public static Estimate signed(double value, double low, double high, String explanation) {
    return point(value, low, high, RATIO, explanation);
  }

  public static Estimate atLeast(double bound, String unit, String explanation) {
    return new Estimate(bound, bound, null, unit, Verdict.LOWER_BOUND, explanation);
  }

  public static Estimate atMost(double bound, String unit, String explanation) {
    return new Estimate(bound, null, bound, unit, Verdict.UPPER_BOUND, explanation);
  }

  /**
   * @param reason what is missing: {@code 12 of 30 seconds measured}
   */
  public static Estimate unknown(String unit, String reason) {
    return new Estimate(null, null, null, unit, Verdict.UNKNOWN, reason);
  }

  public boolean known() {
    return value != null;
  }

  /** The value of a known estimate. */
  public double orThrow() {
    if (value == null) {
      throw new IllegalStateException("unknown: " + explanation);
    }
    return value;
  }

  /** The lower end, or the value where only the upper end is known. */
  public double lowest() {
    return low == null ? orThrow() : low;
  }

  /** The upper end, or the value where only the lower end is known. */
  public double highest() {
    return high == null ? orThrow() : high;
  }

  private static boolean ordered(double low, double value, double high) {
    return low <= value && value <= high;
  }

  private static void requireFinite(@Nullable Double figure, String unit, String explanation) {
    if (figure != null && (!Double.isFinite(figure) || (figure < 0 && !unit.equals(RATIO)))) {
      throw new IllegalArgumentException("not a figure: " + figure + " (" + explanation + ")");
    }
  }
}
