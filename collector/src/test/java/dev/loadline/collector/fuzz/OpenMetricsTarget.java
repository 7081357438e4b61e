package dev.loadline.collector.fuzz;

import dev.loadline.collector.exposition.Format;

/** OpenMetrics 1.0. */
public final class OpenMetricsTarget {
  private OpenMetricsTarget() {}

  /** Jazzer's way in. */
  public static void fuzzerTestOneInput(byte[] input) {
    Checks.exposition(input, Format.OPEN_METRICS);
  }
}
