package dev.loadline.collector.yaml;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** The words of a file for the parts of a type: what binds is also what can be described. */
public final class Keys {

  private Keys() {}

  /** The key of a record's component: {@code maxConnections} is {@code max_connections}. */
  public static String of(RecordComponent component) {
    return RecordBinder.snakeCase(component.getName());
  }

  /** The records of a sealed interface by what their key {@code kind} says. */
  public static Map<String, Class<?>> kinds(Class<?> sealed) {
    return KindBinder.kinds(sealed);
  }

  /** The words of an enum, in its order: {@code RATE_LIMIT} is {@code rate-limit}. */
  public static List<String> words(Class<?> enumeration) {
    return Scalars.labels(enumeration);
  }
}
