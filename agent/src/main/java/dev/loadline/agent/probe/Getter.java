package dev.loadline.agent.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Reads a property of an object whose class the agent cannot see. The handle is kept with that
 * class and unloaded with it.
 */
public final class Getter {

  /** What is read. */
  private enum From {
    METHOD,
    FIELD,
    /** A field, known by its class, of the handler of a dynamic proxy. */
    BEHIND_PROXY
  }

  private final String method;
  private final @Nullable String argument;
  private final boolean needed;
  private final From from;
  private final Handles handles;

  private Getter(String method, @Nullable String argument, Class<?> result) {
    this(method, argument, result, true, From.METHOD);
  }

  private Getter(
      String method, @Nullable String argument, Class<?> result, boolean needed, From from) {
    this.method = method;
    this.from = from;
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
    return new Getter(method, null, Object.class, false, From.METHOD);
  }

  /** A public method without parameters that gives an int. */
  public static Getter ofInt(String method) {
    return new Getter(method, null, int.class);
  }

  /**
   * The field of this class that the handler of a dynamic proxy has, whatever its name; null of
   * what is no proxy.
   */
  static Getter behindProxy(String type) {
    return new Getter(type, null, Object.class, true, From.BEHIND_PROXY);
  }

  /** A field of this name. */
  static Getter field(String name) {
    return new Getter(name, null, Object.class, true, From.FIELD);
  }

  /** A field of this name that is an int. */
  static Getter intField(String name) {
    return new Getter(name, null, int.class, true, From.FIELD);
  }

  boolean isBehindProxy() {
    return from == From.BEHIND_PROXY;
  }

  /** The property of this object. */
  public @Nullable Object get(Object of) throws Throwable {
    if (from == From.BEHIND_PROXY) {
      return Proxy.isProxyClass(of.getClass()) ? value(Proxy.getInvocationHandler(of)) : null;
    }
    return value(of);
  }

  private @Nullable Object value(Object of) throws Throwable {
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
        MethodHandle handle =
            from == From.METHOD
                ? MethodHandles.publicLookup().unreflect(find(type))
                : MethodHandles.lookup().unreflectGetter(field(type));
        if (argument != null) {
          handle = MethodHandles.insertArguments(handle, 1, argument);
        }
        return handle.asType(MethodType.methodType(result, Object.class));
      } catch (ReflectiveOperationException | RuntimeException missing) {
        if (!needed) {
          MethodHandle none = MethodHandles.constant(Object.class, null);
          return MethodHandles.dropArguments(none, 0, Object.class);
        }
        throw new IllegalStateException(type.getName() + "." + method, missing);
      }
    }

    private Field field(Class<?> type) throws NoSuchFieldException {
      for (Class<?> at = type; at != null; at = at.getSuperclass()) {
        for (Field field : at.getDeclaredFields()) {
          String name = from == From.FIELD ? field.getName() : field.getType().getName();
          if (name.equals(method)) {
            field.setAccessible(true);
            return field;
          }
        }
      }
      throw new NoSuchFieldException(method);
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
