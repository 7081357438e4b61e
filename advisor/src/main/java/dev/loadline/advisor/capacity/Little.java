package dev.loadline.advisor.capacity;

import java.util.OptionalDouble;

/**
 * Little's law as a check of the telemetry: the mean number in use equals the rate times the mean
 * hold, whatever the load is like, so that the integral of the number in use and the sum of the
 * holds must agree.
 */
public final class Little {

  private Little() {}

  /**
   * The smaller over the larger, 1 where they agree: 6.2 in use against 61.4/s held for 0.1012 s
   * are 0.998. Empty where either is not measured.
   */
  public static OptionalDouble trust(double integralSeconds, double sumOfHolds) {
    return integralSeconds > 0 && sumOfHolds > 0
        ? OptionalDouble.of(
            Math.min(integralSeconds, sumOfHolds) / Math.max(integralSeconds, sumOfHolds))
        : OptionalDouble.empty();
  }
}
