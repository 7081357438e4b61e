package dev.loadline.agent.probe;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property of an object by a path of methods without parameters and fields, such as {@code
 * getConfig.getLimit}, on the agent's threads only. What cannot be read is null.
 */
final class Reader {

  private Reader() {}

  static @Nullable Object read(@Nullable Object from, String path) {
    Object at = from;
    try {
      for (String step : path.split("\\.", -1)) {
        at = at == null ? null : step(at, step);
      }
      return at;
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      return null;
    }
  }

  static @Nullable Double number(@Nullable Object from, String path) {
    Object value = path.isEmpty() ? null : read(from, path);
    return value instanceof Number ? (Double) ((Number) value).doubleValue() : null;
  }

  private static @Nullable Object step(Object of, String name) throws ReflectiveOperationException {
    for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterTypes().length == 0) {
          return open(method).invoke(of);
        }
      }
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return open(field).get(of);
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static <T extends AccessibleObject> T open(T member) {
    member.setAccessible(true);
    return member;
  }
}
