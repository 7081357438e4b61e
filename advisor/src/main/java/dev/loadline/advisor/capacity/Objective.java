package dev.loadline.advisor.capacity;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What users are promised: safe capacity is the request rate up to which it holds.
 *
 * @param p95 95 of 100 requests are answered within this; null where nothing is promised
 * @param waiting at most this share of the callers waits for a resource, 0 to 1
 */
public record Objective(@Nullable Duration p95, double waiting) {

  /** Where a service states none: one caller in twenty may wait. */
  public static final Objective DEFAULT = new Objective(null, 0.05);

  public Objective {
    if (!(waiting > 0 && waiting < 1)) {
      throw new IllegalArgumentException("the share of waits lies between 0 and 1: " + waiting);
    }
    if (p95 != null && (p95.isNegative() || p95.isZero())) {
      throw new IllegalArgumentException("p95 is longer than nothing: " + p95);
    }
  }

  /** {@code p95 < 200 ms, waiting < 1 %}. */
  @Override
  public String toString() {
    String waits = "waiting < " + percent(waiting);
    return p95 == null ? waits : "p95 < " + p95.toMillis() + " ms, " + waits;
  }

  private static String percent(double share) {
    String text = String.format(Locale.ROOT, "%.2f", 100 * share);
    return text.replaceAll("\\.?0+$", "") + " %";
  }
}
