package dev.loadline.advisor.capacity;

/**
 * How uneven the number in use is: its variance over its mean, {@code z}. Chance alone gives 1;
 * bursts give more, and the more so the higher the load: {@code z(a) = 1 + a v}.
 *
 * @param growth v, by how much z grows with each unit of offered load; 0 where the measured
 *     unevenness cannot be told from chance
 * @param low lower end of v's interval, not below 0
 * @param high upper end of v's interval
 */
public record Peakedness(double growth, double low, double high) {

  /** Nothing but chance. */
  public static final Peakedness CHANCE = new Peakedness(0, 0, 0);

  public Peakedness {
    if (!(low >= 0 && growth >= low && high >= growth && Double.isFinite(high))) {
      throw new IllegalArgumentException(low + " <= " + growth + " <= " + high + " does not hold");
    }
  }

  /** Peakedness at an offered load, never below 1: v = 0.1 at a load of 6 is 1.6. */
  public double at(double offered) {
    return 1 + offered * growth;
  }

  /** As if v were at the upper end of its interval. */
  Peakedness highest() {
    return new Peakedness(high, high, high);
  }

  /** As if v were at the lower end of its interval. */
  Peakedness lowest() {
    return new Peakedness(low, low, low);
  }
}
