package dev.loadline.advisor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.loadline.advisor.capacity.Figures;
import java.util.List;
import java.util.Locale;

/** Answers as a table that people read. */
final class HeadroomTable {

  private HeadroomTable() {}

  static String of(List<JsonNode> answers) {
    if (answers.isEmpty()) {
      return "No service is measured yet.\n";
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode answer : answers) {
      one(answer, text);
    }
    return text.toString();
  }

  private static void one(JsonNode answer, StringBuilder text) {
    line(text, answer.path("service").asText() + "  " + answer.path("status").asText());
    if (!answer.path("reason").isNull()) {
      field(text, "why", answer.path("reason").asText());
    }
    if (!answer.path("headroom").path("value").isNull()) {
      field(text, "headroom", percent(answer.path("headroom")));
      field(text, "demand", answer.path("demand").path("explanation").asText());
      field(text, "peak", answer.path("peak_demand").path("explanation").asText());
      field(text, "safe", rate(answer.path("safe_capacity"), answer.path("objective").asText()));
      field(text, "full at", rate(answer.path("capacity"), answer.path("bottleneck").asText()));
      field(text, "because", answer.path("capacity").path("explanation").asText());
    }
    for (JsonNode document : answer.path("documents")) {
      for (JsonNode figure : document.path("figures")) {
        field(text, document.path("document").asText(), beside(figure));
      }
    }
    field(text, "forecast", answer.path("forecast").path("reason").asText());
  }

  /** What the document says and what was measured, side by side. */
  private static String beside(JsonNode figure) {
    String live =
        figure.path("live").isNull()
            ? "not measured"
            : Figures.of(figure.path("live").asDouble()) + " live";
    return "%s: %s stated, %s (%s)"
        .formatted(
            figure.path("quantity").asText(),
            figure.path("stated").asText(),
            live,
            figure.path("verdict").asText());
  }

  private static String percent(JsonNode ratio) {
    String range =
        ratio.path("low").isNull() || ratio.path("high").isNull()
            ? ""
            : String.format(
                Locale.ROOT,
                " (%.0f to %.0f %%)",
                100 * ratio.path("low").asDouble(),
                100 * ratio.path("high").asDouble());
    return String.format(Locale.ROOT, "%.0f %%", 100 * ratio.path("value").asDouble()) + range;
  }

  private static String rate(JsonNode estimate, String note) {
    return estimate.path("value").isNull()
        ? "unknown: " + estimate.path("explanation").asText()
        : "%s requests/s (%s)".formatted(Figures.of(estimate.path("value").asDouble()), note);
  }

  private static void field(StringBuilder text, String name, String value) {
    line(text, String.format(Locale.ROOT, "  %-9s %s", name, value));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
