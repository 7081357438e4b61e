package dev.loadline.collector.fuzz;

import dev.loadline.collector.exposition.Format;

/** Prometheus text 0.0.4. */
public final class TextTarget {
  private TextTarget() {}

  /** Jazzer's way in. */
  public static void fuzzerTestOneInput(byte[] input) {
    Checks.exposition(input, Format.TEXT);
  }
}
