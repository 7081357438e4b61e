package dev.loadline.advisor.cli.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.cli.render.JsonText;
import dev.loadline.advisor.document.Model;
import dev.loadline.collector.yaml.Default;
import dev.loadline.collector.yaml.Keys;
import dev.loadline.collector.yaml.Located;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a model in YAML, made of the records that a model is bound to,
 * so that both say the same. Editors complete keys and underline slips with it.
 */
public final class ModelSchema {
  private static final String KIND = "kind";
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private final Map<String, ObjectNode> definitions = new TreeMap<>();
  private final Map<String, Class<?>> owners = new HashMap<>();

  private ModelSchema() {}

  public static String text() {
    return JsonText.write(new ModelSchema().schema());
  }

  private ObjectNode schema() {
    ObjectNode schema = Nodes.object();
    schema.put("$schema", DRAFT);
    schema.put("title", "Loadline model");
    schema.put("description", "A written capacity analysis in typed form.");
    schema.setAll(record(Model.class, null));
    ObjectNode defs = Nodes.object();
    definitions.forEach(defs::set);
    schema.set("$defs", defs);
    return schema;
  }

  /**
   * @param kind what its key {@code kind} says; null where it has none
   */
  private ObjectNode record(Class<?> type, @Nullable String kind) {
    ObjectNode node = Nodes.object();
    node.put("type", "object");
    ObjectNode properties = Nodes.object();
    TreeSet<String> required = new TreeSet<>();
    if (kind != null) {
      properties.set(KIND, Nodes.object().put("const", kind));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Keys.of(component);
      Default fallback = component.getAnnotation(Default.class);
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      properties.set(key, property(component, fallback, nullable));
      if (fallback == null && !nullable) {
        required.add(key);
      }
    }
    node.set("properties", properties);
    if (!required.isEmpty()) {
      node.set("required", Nodes.words(required));
    }
    return node.put("additionalProperties", false);
  }

  private JsonNode property(
      RecordComponent component, @Nullable Default fallback, boolean nullable) {
    ObjectNode value = value(component.getGenericType());
    ObjectNode node = Nodes.object();
    if (nullable) {
      ArrayNode either = JsonNodeFactory.instance.arrayNode();
      node.set("anyOf", either.add(value).add(Nodes.object().put("type", "null")));
    } else {
      node.setAll(value);
    }
    if (fallback != null && !fallback.value().matches("[\\[{].*")) {
      node.set("default", written(component.getType(), fallback.value()));
    }
    return node;
  }

  private static JsonNode written(Class<?> type, String value) {
    if (type == boolean.class) {
      return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(value));
    }
    return type == int.class
        ? JsonNodeFactory.instance.numberNode(Integer.parseInt(value))
        : JsonNodeFactory.instance.textNode(value);
  }

  private ObjectNode value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic(generic.getRawType(), arguments[arguments.length - 1]);
    }
    return value((Class<?>) type);
  }

  private ObjectNode generic(Type raw, Type last) {
    if (raw == Located.class) {
      return value(last);
    }
    ObjectNode node = Nodes.object();
    if (raw == List.class) {
      return node.put("type", "array").set("items", value(last));
    }
    node.put("type", "object");
    if (last instanceof Class<?> type && type.isSealed()) {
      node.set("properties", namedAfterTheirKind(type));
    }
    return node.set("additionalProperties", value(last));
  }

  /** What is called as a kind is of that kind, unless it says another. */
  private ObjectNode namedAfterTheirKind(Class<?> sealed) {
    ObjectNode properties = Nodes.object();
    Keys.kinds(sealed)
        .forEach(
            (kind, type) -> {
              ObjectNode choice = Nodes.object();
              choice.set("if", Nodes.object().set("required", Nodes.words(List.of(KIND))));
              choice.set("then", value(sealed));
              choice.set("else", kind(kind, type));
              properties.set(kind, choice);
              if (kind.contains("-")) {
                properties.set(kind.replace('-', '_'), choice);
              }
            });
    return properties;
  }

  private ObjectNode kind(String kind, Class<?> type) {
    return defined(type, () -> record(type, kind));
  }

  private ObjectNode byKind(Class<?> sealed) {
    ObjectNode node = Nodes.object();
    node.put("type", "object");
    node.set("required", Nodes.words(List.of(KIND)));
    ObjectNode words = Nodes.object().set("enum", Nodes.words(Keys.kinds(sealed).keySet()));
    node.set("properties", Nodes.object().set(KIND, words));
    ArrayNode cases = JsonNodeFactory.instance.arrayNode();
    Keys.kinds(sealed)
        .forEach(
            (kind, type) -> {
              ObjectNode is = Nodes.object().set(KIND, Nodes.object().put("const", kind));
              ObjectNode one = Nodes.object();
              one.set("if", Nodes.object().set("properties", is));
              one.set("then", kind(kind, type));
              cases.add(one);
            });
    return node.set("allOf", cases);
  }

  private ObjectNode value(Class<?> type) {
    if (type == String.class) {
      return defined(type, ModelSchema::words);
    } else if (type == int.class || type == Integer.class) {
      return Nodes.object().put("type", "integer");
    } else if (type == boolean.class || type == Boolean.class) {
      return Nodes.object().put("type", "boolean");
    } else if (type.isEnum()) {
      return Nodes.object().set("enum", Nodes.words(Keys.words(type)));
    }
    return defined(type, () -> definition(type));
  }

  /** YAML reads an unquoted 2 as a number; as a text it is as good. */
  private static ObjectNode words() {
    return Nodes.object().set("type", Nodes.words(List.of("string", "number", "boolean")));
  }

  private ObjectNode defined(Class<?> type, Supplier<ObjectNode> definition) {
    String name = type.getSimpleName();
    Class<?> first = owners.putIfAbsent(name, type);
    if (first == null) {
      definitions.put(name, definition.get());
    } else if (first != type) {
      throw new IllegalStateException("%s and %s need different names".formatted(first, type));
    }
    return Nodes.reference(name);
  }

  private ObjectNode definition(Class<?> type) {
    if (Figures.knows(type)) {
      return Figures.of(type);
    } else if (type.isSealed()) {
      return byKind(type);
    } else if (type.isRecord()) {
      return record(type, null);
    }
    throw new IllegalStateException("no schema for " + type);
  }
}
