package dev.loadline.advisor.capacity;

/** Headroom: the share of the safe capacity that the peak demand leaves free. */
public final class Headroom {

  private Headroom() {}

  /** {@code 1 - 60.2 / 92.0 = 0.3457}; negative where demand is above what is safe. */
  public static Estimate of(Estimate peakDemand, Estimate safeCapacity) {
    if (!peakDemand.known()) {
      return Estimate.unknown(Estimate.RATIO, peakDemand.explanation());
    }
    if (!safeCapacity.known()) {
      return Estimate.unknown(Estimate.RATIO, safeCapacity.explanation());
    }
    if (safeCapacity.lowest() <= 0) {
      return Estimate.unknown(Estimate.RATIO, "no rate is safe: " + safeCapacity.explanation());
    }
    double value = 1 - peakDemand.orThrow() / safeCapacity.orThrow();
    String sum =
        "1 - %s peak / %s safe requests/s = %s"
            .formatted(
                Figures.of(peakDemand.orThrow()),
                Figures.of(safeCapacity.orThrow()),
                Figures.of(value));
    double high = 1 - peakDemand.lowest() / safeCapacity.highest();
    if (safeCapacity.verdict() == Verdict.UPPER_BOUND) {
      return Estimate.atMost(value, Estimate.RATIO, sum);
    }
    double low = 1 - peakDemand.highest() / safeCapacity.lowest();
    return Estimate.signed(
        value, Math.min(low, value), Math.max(high, value), sum + " " + Figures.range(low, high));
  }
}
