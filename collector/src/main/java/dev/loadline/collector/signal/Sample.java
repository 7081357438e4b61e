package dev.loadline.collector.signal;

/**
 * One value of one line.
 *
 * @param epochMillis when it was measured, milliseconds since 1970 UTC
 * @param value finite; a source that says NaN or infinity gives no sample
 */
public record Sample(Series series, long epochMillis, double value) {

  public Sample {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite value: " + value + " of " + series);
    }
  }
}
