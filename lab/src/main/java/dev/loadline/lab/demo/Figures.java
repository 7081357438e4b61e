package dev.loadline.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Loadline's answers in lines for the terminal. */
final class Figures {
  private static final String CLAIM = "000-08";

  private Figures() {}

  /** Whether the answer has a figure of capacity. */
  static boolean suffices(JsonNode headroom) {
    return headroom.at("/capacity/verdict").asText().equals("point");
  }

  /** {@code headroom 54 %: demand 60.2 of safe 131.0 requests/s; full at 148.1 (145.9–150.4)}. */
  static String line(JsonNode headroom) {
    if (!suffices(headroom)) {
      return "unknown: " + headroom.at("/capacity/explanation").asText("nothing measured yet");
    }
    return "headroom %s: demand %s of safe %s requests/s; full at %s"
        .formatted(
            percent(headroom.at("/headroom")),
            number(headroom.at("/demand/value")),
            number(headroom.at("/safe_capacity/value")),
            interval(headroom.at("/capacity")));
  }

  /** The figures with the sums behind them, and the document's own beside. */
  static String explained(JsonNode headroom, JsonNode document) {
    return """
          capacity       %s requests/s
                         %s
          safe capacity  %s requests/s for %s
                         %s
          headroom       %s
                         %s
          the document   %s
        """
        .formatted(
            interval(headroom.at("/capacity")),
            headroom.at("/capacity/explanation").asText(),
            interval(headroom.at("/safe_capacity")),
            headroom.at("/objective").asText(),
            headroom.at("/safe_capacity/explanation").asText(),
            percent(headroom.at("/headroom")),
            headroom.at("/headroom/explanation").asText(),
            claim(headroom, document));
  }

  /** {@code says 150 requests/second (15 connections / 0.100 s …); live: disputed}. */
  static String claim(JsonNode headroom, JsonNode document) {
    for (JsonNode claim : document.path("claims")) {
      if (claim.path("id").asText().equals(CLAIM)) {
        return "says %s (%s); measured %s requests/s"
            .formatted(
                claim.path("stated").asText(),
                claim.path("says").asText(),
                interval(headroom.at("/capacity")));
      }
    }
    return "has no claim " + CLAIM;
  }

  private static String interval(JsonNode estimate) {
    if (estimate.path("value").isNull() || estimate.path("value").isMissingNode()) {
      return "unknown (" + estimate.path("explanation").asText() + ")";
    }
    return number(estimate.path("value"))
        + " ("
        + number(estimate.path("low"))
        + "–"
        + number(estimate.path("high"))
        + ")";
  }

  private static String number(JsonNode value) {
    return value.isNumber() ? String.format(Locale.ROOT, "%.1f", value.asDouble()) : "unknown";
  }

  private static String percent(JsonNode estimate) {
    JsonNode value = estimate.path("value");
    return value.isNumber()
        ? String.format(Locale.ROOT, "%.0f %%", 100 * value.asDouble())
        : "unknown";
  }
}
