package dev.loadline.collector.discovery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * Which objects a monitor is about.
 *
 * @param namespaces its {@code namespaceSelector}
 * @param labels its {@code selector}
 * @param own the namespace where it stands, and which is meant where it names none
 */
record KubeSelector(JsonObject namespaces, JsonObject labels, String own) {

  static KubeSelector of(JsonObject spec, String own) {
    return new KubeSelector(
        spec.getJsonObject("namespaceSelector", new JsonObject()),
        spec.getJsonObject("selector", new JsonObject()),
        own);
  }

  boolean selects(JsonObject metadata) {
    return inNamespace(metadata.getString("namespace", ""))
        && matches(KubeObjects.texts(metadata.getJsonObject("labels")));
  }

  private boolean inNamespace(String namespace) {
    JsonArray names = namespaces.getJsonArray("matchNames", new JsonArray());
    return namespaces.getBoolean("any", false)
        || (names.isEmpty() ? namespace.equals(own) : names.contains(namespace));
  }

  private boolean matches(Map<String, String> all) {
    JsonArray expressions = labels.getJsonArray("matchExpressions", new JsonArray());
    return KubeObjects.texts(labels.getJsonObject("matchLabels")).entrySet().stream()
            .allMatch(wanted -> wanted.getValue().equals(all.get(wanted.getKey())))
        && expressions.stream().allMatch(each -> holds((JsonObject) each, all));
  }

  private static boolean holds(JsonObject expression, Map<String, String> all) {
    String key = expression.getString("key", "");
    JsonArray values = expression.getJsonArray("values", new JsonArray());
    return switch (expression.getString("operator", "")) {
      case "In" -> all.containsKey(key) && values.contains(all.get(key));
      case "NotIn" -> !all.containsKey(key) || !values.contains(all.get(key));
      case "Exists" -> all.containsKey(key);
      case "DoesNotExist" -> !all.containsKey(key);
      default -> false;
    };
  }
}
