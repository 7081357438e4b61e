package dev.loadline.collector.yaml;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Binds a mapping to one of the records of a sealed interface: the one that its key {@code kind}
 * names, or, where there is none, the key that leads to it. {@code pool: {size: 5}} and {@code
 * sessions: {kind: pool, size: 5}} are both a {@code Pool}; {@code RateLimit} is {@code
 * rate-limit}.
 */
final class KindBinder {
  static final String KIND = "kind";

  private final Binder binder;
  private final Map<String, Class<?>> kinds;

  KindBinder(Binder binder, Class<?> type) {
    this.binder = binder;
    this.kinds = kinds(type);
  }

  static Map<String, Class<?>> kinds(Class<?> type) {
    Map<String, Class<?>> kinds = new TreeMap<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      kinds.put(RecordBinder.snakeCase(permitted.getSimpleName()).replace('_', '-'), permitted);
    }
    return kinds;
  }

  @Nullable Object bind(Place place) {
    Map<String, Node> entries = binder.entries(place);
    if (entries == null) {
      return null;
    }
    String key = place.path().substring(place.path().lastIndexOf('.') + 1).replace('_', '-');
    Node named = entries.get(KIND);
    String kind = named instanceof ScalarNode scalar ? scalar.getValue() : key;
    Class<?> type = kinds.get(kind);
    if (type == null) {
      binder.refuse(
          named == null ? place : place.key(KIND, named),
          named == null
              ? "missing key 'kind' %s; it takes one of %s"
                  .formatted(place.under(), String.join(", ", kinds.keySet()))
              : "no kind '%s'%s".formatted(kind, Nearest.hint(kind, kinds.keySet())));
      return null;
    }
    return new RecordBinder(binder, type.asSubclass(Record.class), KIND).bind(place);
  }
}
