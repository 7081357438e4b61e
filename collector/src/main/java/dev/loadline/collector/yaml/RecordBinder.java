package dev.loadline.collector.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Binds a mapping to a record: its keys are the components' names in snake case. */
final class RecordBinder {
  private static final ClassValue<Map<String, RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
          return components(type);
        }
      };

  /** Defaults as they are written in code, so that there are few. */
  private static final Map<String, Node> DEFAULTS = new ConcurrentHashMap<>();

  private final Binder binder;
  private final Class<? extends Record> type;
  private final @Nullable String discriminator;

  RecordBinder(Binder binder, Class<? extends Record> type) {
    this(binder, type, null);
  }

  /**
   * @param discriminator a key that is read elsewhere
   */
  RecordBinder(Binder binder, Class<? extends Record> type, @Nullable String discriminator) {
    this.binder = binder;
    this.type = type;
    this.discriminator = discriminator;
  }

  @Nullable Object bind(Place place) {
    Map<String, Node> entries = binder.entries(place);
    if (entries == null) {
      return null;
    }
    int before = binder.count();
    Map<String, RecordComponent> components = COMPONENTS.get(type);
    refuseUnknown(place, entries, components);
    Object[] values =
        components.entrySet().stream()
            .map(
                entry ->
                    value(place, entries.get(entry.getKey()), entry.getKey(), entry.getValue()))
            .toArray();
    return binder.count() == before ? create(place, values) : null;
  }

  private static Map<String, RecordComponent> components(Class<?> type) {
    Map<String, RecordComponent> components = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.put(snakeCase(component.getName()), component);
    }
    return Collections.unmodifiableMap(components);
  }

  private void refuseUnknown(
      Place place, Map<String, Node> entries, Map<String, RecordComponent> components) {
    entries.forEach(
        (key, node) -> {
          if (!components.containsKey(key) && !key.equals(discriminator)) {
            binder.refuse(
                place.key(key, node),
                () ->
                    "unknown key '%s' %s%s"
                        .formatted(key, place.under(), Nearest.hint(key, components.keySet())));
          }
        });
  }

  private @Nullable Object value(
      Place place, @Nullable Node node, String key, RecordComponent component) {
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (node != null && !(nullable && node instanceof ScalarNode && Binder.isEmpty(node))) {
      return binder.bind(place.key(key, node), component.getGenericType());
    }
    Default fallback = component.getAnnotation(Default.class);
    if (fallback != null) {
      return binder.bind(place.key(key, fallback(fallback.value())), component.getGenericType());
    }
    if (!nullable) {
      binder.refuse(
          place,
          "missing key '%s' %s; it takes %s"
              .formatted(key, place.under(), describe(component.getType())));
    }
    return null;
  }

  private static Node fallback(String written) {
    return DEFAULTS.computeIfAbsent(written, text -> YamlDocument.compose("default", text));
  }

  private static String describe(Class<?> type) {
    if (Scalars.knows(type)) {
      return Scalars.describe(type);
    }
    if (type == Located.class) {
      return "a value";
    }
    return type == List.class ? "a list" : "keys and values";
  }

  private @Nullable Object create(Place place, Object[] values) {
    try {
      Constructor<?> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        binder.refuse(place, "%s: %s".formatted(place.name(), refused.getMessage()));
        return null;
      }
      throw new IllegalStateException(type + " failed on " + place.name(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
