package dev.loadline.agent.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field, public or not, of an object whose class the agent cannot see, and runs no code of
 * it. The handle is kept with that class and unloaded with it.
 */
public final class Fields {

  private static final int NONE = -1;

  private final String name;
  private final Handles objects = new Handles(Object.class);
  private final Handles numbers = new Handles(int.class);

  private Fields(String name) {
    this.name = name;
  }

  /** The field of this name, of whatever class. */
  public static Fields named(String name) {
    return new Fields(name);
  }

  /** What stands in the field; null where there is no such field. */
  public @Nullable Object of(@Nullable Object object) throws Throwable {
    return object == null ? null : (Object) objects.get(object.getClass()).invokeExact(object);
  }

  /** The int that stands in the field; -1 where there is no such field. */
  public int number(@Nullable Object object) throws Throwable {
    return object == null ? NONE : (int) numbers.get(object.getClass()).invokeExact(object);
  }

  private final class Handles extends ClassValue<MethodHandle> {

    private final Class<?> result;

    Handles(Class<?> result) {
      this.result = result;
    }

    @Override
    protected MethodHandle computeValue(Class<?> type) {
      for (Class<?> at = type; at != null; at = at.getSuperclass()) {
        for (Field field : at.getDeclaredFields()) {
          if (field.getName().equals(name)
              && field.getType().isPrimitive() == result.isPrimitive()) {
            return open(field);
          }
        }
      }
      return nothing();
    }

    private MethodHandle open(Field field) {
      try {
        field.setAccessible(true);
        return MethodHandles.lookup()
            .unreflectGetter(field)
            .asType(MethodType.methodType(result, Object.class));
      } catch (IllegalAccessException | RuntimeException closed) {
        return nothing();
      }
    }

    private MethodHandle nothing() {
      Object none = result == int.class ? (Object) NONE : null;
      return MethodHandles.dropArguments(MethodHandles.constant(result, none), 0, Object.class);
    }
  }
}
