package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.document.unit.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How answers for programs are written: indented, numbers as short as they are exact. */
public final class JsonText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final MathContext DIGITS = new MathContext(12);
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withArrayEmptySeparator("")
                  .withObjectEmptySeparator(""))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private JsonText() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static <T> ArrayNode array(List<T> values, Function<T, JsonNode> node) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(value -> array.add(node.apply(value)));
    return array;
  }

  static ArrayNode words(List<String> values) {
    return array(values, NODES::textNode);
  }

  /** One for one, an array for several. */
  static <T> JsonNode oneOrMany(List<T> values, Function<T, JsonNode> node) {
    return values.size() == 1 ? node.apply(values.get(0)) : array(values, node);
  }

  /** Null where there is no finite number. */
  static JsonNode number(double value) {
    if (!Double.isFinite(value)) {
      return NullNode.instance;
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() <= 0 && Math.abs(value) < 1e15
        ? NODES.numberNode(rounded.longValue())
        : NODES.numberNode(rounded.doubleValue());
  }

  /** {@code {"low": 150, "high": 150, "unit": "requests/second"}}; an open end is null. */
  static JsonNode span(@Nullable Span span, String unit) {
    return span == null
        ? NullNode.instance
        : object()
            .<ObjectNode>set("low", number(span.low()))
            .<ObjectNode>set("high", number(span.high()))
            .put("unit", unit);
  }

  public static String write(JsonNode node) {
    try {
      return MAPPER.writer(PRINTER).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
