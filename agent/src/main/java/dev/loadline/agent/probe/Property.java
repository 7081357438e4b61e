package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A property reached over several getters, e.g. {@code getExecutor.getQueue.size}. */
final class Property {

  private final String first;
  private final Getter[] path;

  Property(String getters) {
    String[] names = getters.split("\\.");
    first = names[0];
    path = new Getter[names.length];
    for (int i = 0; i < names.length; i++) {
      path[i] = Getter.of(names[i]);
    }
  }

  /** The getter on the object itself. */
  String first() {
    return first;
  }

  /** The value, or null where one of the getters is missing or has nothing to give. */
  @Nullable Object of(Object object) {
    try {
      Object value = object;
      for (Getter getter : path) {
        value = value == null ? null : getter.get(value);
      }
      return value;
    } catch (Throwable unreadable) {
      return null;
    }
  }

  /** The value as a number; a negative one, by which libraries say none, is null. */
  @Nullable Long number(Object object) {
    Object value = of(object);
    long number = value instanceof Number ? ((Number) value).longValue() : -1;
    return number < 0 ? null : number;
  }
}
