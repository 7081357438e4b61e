package dev.loadline.advisor.document;

import java.util.Map;
import java.util.TreeMap;

/**
 * A unit in which documents state figures.
 *
 * @param label as written: {@code requests/minute}
 * @param inBaseUnits one of it in seconds, requests a second, or plain numbers: a millisecond is
 *     0.001
 */
public record Unit(String label, double inBaseUnits) {
  private static final Map<String, Double> KNOWN =
      new TreeMap<>(
          Map.of(
              "connections", 1.0,
              "items", 1.0,
              "milliseconds", 0.001,
              "minutes", 60.0,
              "percent", 0.01,
              "requests/minute", 1 / 60.0,
              "requests/second", 1.0,
              "seconds", 1.0,
              "users", 1.0,
              "x", 1.0));

  /** Reads {@code requests/minute}. */
  public static Unit parse(String text) {
    Double base = KNOWN.get(text);
    if (base == null) {
      throw new IllegalArgumentException(
          "no unit '%s'; there are %s".formatted(text, String.join(", ", KNOWN.keySet())));
    }
    return new Unit(text, base);
  }

  @Override
  public String toString() {
    return label;
  }
}
