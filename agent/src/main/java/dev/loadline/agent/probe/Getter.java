package dev.loadline.agent.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property of an object whose class the agent cannot see. The handle is kept with that
 * class and unloaded with it.
 */
public final class Getter {

  private final String method;
  private final @Nullable String argument;
  private final boolean needed;
  private final Handles handles;

  private Getter(String method, @Nullable String argument, Class<?> result) {
    this(method, argument, result, true);
  }

  private Getter(String method, @Nullable String argument, Class<?> result, boolean needed) {
    this.method = method;
    this.needed = needed;
    this.argument = argument;
    handles = new Handles(result);
  }

  /** A public method without parameters that gives an object. */
  public static Getter of(String method) {
    return new Getter(method, null, Object.class);
  }

  /** A public method with one parameter of type String that gives an object. */
  public static Getter of(String method, String argument) {
    return new Getter(method, argument, Object.class);
  }

  /** A public method without parameters that gives an object; null where there is none. */
  public static Getter ifThere(String method) {
    return new Getter(method, null, Object.class, false);
  }

  /** A public method without parameters that gives an int. */
  public static Getter ofInt(String method) {
    return new Getter(method, null, int.class);
  }

  /** The property of this object. */
  public @Nullable Object get(Object of) throws Throwable {
    return (Object) handles.get(of.getClass()).invokeExact(of);
  }

  /** The property of this object as text; null if it is something else. */
  public @Nullable String text(@Nullable Object of) throws Throwable {
    Object value = of == null ? null : get(of);
    return value instanceof String ? (String) value : null;
  }

  /** The property of this object as a number. */
  public int number(Object of) throws Throwable {
    return (int) handles.get(of.getClass()).invokeExact(of);
  }

  private final class Handles extends ClassValue<MethodHandle> {

    private final Class<?> result;

    Handles(Class<?> result) {
      this.result = result;
    }

    @Override
    protected MethodHandle computeValue(Class<?> type) {
      try {
        MethodHandle handle = MethodHandles.publicLookup().unreflect(find(type));
        if (argument != null) {
          handle = MethodHandles.insertArguments(handle, 1, argument);
        }
        return handle.asType(MethodType.methodType(result, Object.class));
      } catch (ReflectiveOperationException missing) {
        if (!needed) {
          MethodHandle none = MethodHandles.constant(Object.class, null);
          return MethodHandles.dropArguments(none, 0, Object.class);
        }
        throw new IllegalStateException(type.getName() + "." + method, missing);
      }
    }

    /** A private class is asked through a public class or interface of its own. */
    private Method find(Class<?> type) throws NoSuchMethodException {
      for (Class<?> at = type; at != null; at = at.getSuperclass()) {
        if (Modifier.isPublic(at.getModifiers())) {
          return declared(at);
        }
        for (Class<?> seen : at.getInterfaces()) {
          Method found = orNull(seen);
          if (found != null) {
            return found;
          }
        }
      }
      throw new NoSuchMethodException(method);
    }

    private @Nullable Method orNull(Class<?> type) {
      try {
        return declared(type);
      } catch (NoSuchMethodException elsewhere) {
        return null;
      }
    }

    private Method declared(Class<?> type) throws NoSuchMethodException {
      return argument == null ? type.getMethod(method) : type.getMethod(method, String.class);
    }
  }
}
