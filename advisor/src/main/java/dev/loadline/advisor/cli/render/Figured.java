package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Span;
import org.jspecify.annotations.Nullable;

/** How figures of a plan are written. */
final class Figured {

  private Figured() {}

  static JsonNode json(Estimate estimate) {
    ObjectNode node = JsonText.object();
    node.set("value", number(estimate.value()));
    node.set("low", number(estimate.low()));
    node.set("high", number(estimate.high()));
    return node.put("unit", estimate.unit())
        .put("verdict", estimate.verdict().label())
        .put("explanation", estimate.explanation());
  }

  private static JsonNode number(@Nullable Double value) {
    return value == null ? NullNode.instance : JsonText.number(value);
  }

  /** {@code 20 connections} as the number 20; what is no single figure as it was written. */
  static JsonNode value(@Nullable String written) {
    if (written == null) {
      return NullNode.instance;
    }
    Amount amount = amount(written);
    return amount == null || !amount.stated().isPoint()
        ? JsonNodeFactory.instance.textNode(written)
        : JsonText.number(amount.stated().low());
  }

  static String unit(@Nullable String written) {
    Amount amount = written == null ? null : amount(written);
    return amount == null ? "" : amount.unit().label();
  }

  private static @Nullable Amount amount(String written) {
    try {
      return Amount.parse(written);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** {@code 150 (75-300) requests/s}, {@code unknown: the cost is not stated}. */
  static String text(Estimate estimate) {
    return estimate.known()
        ? range(estimate) + " " + estimate.unit()
        : "unknown: " + estimate.explanation();
  }

  /** {@code 150 (75-300)}, {@code at least 150}, {@code unknown}. */
  static String range(Estimate estimate) {
    Double value = estimate.value();
    if (value == null) {
      return "unknown";
    }
    return switch (estimate.verdict()) {
      case LOWER_BOUND -> "at least " + round(value);
      case UPPER_BOUND -> "at most " + round(value);
      default -> {
        String low = round(estimate.lowest());
        String high = round(estimate.highest());
        yield low.equals(high) ? round(value) : "%s (%s-%s)".formatted(round(value), low, high);
      }
    };
  }

  /** Four significant digits; large figures whole. */
  static String round(double figure) {
    return Math.abs(figure) >= 1_000 ? "%.0f".formatted(figure) : Span.text(figure);
  }
}
