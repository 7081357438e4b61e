package dev.loadline.agent.probe;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One place to hook: a class, the methods in it, and what the hook wants handed over. */
final class Point {

  /** What a hook gets besides the object. */
  enum Wants {
    /** Nothing; methods of any shape. */
    NOTHING,
    /** The result; methods without parameters, or with exactly as many as are asked for. */
    RESULT,
    /** The first argument; methods that have one. */
    ARGUMENT,
    /** The first argument if any, and the result, boxed if need be; methods of any shape. */
    CALL,
    /** The second argument if any, and the result, boxed if need be; methods of any shape. */
    SECOND,
    /** The pool of threads and the first task; the worker of such a pool. */
    WORKER,
    /** The first argument, and in place of the result the second; methods of any shape. */
    PAIR
  }

  private static final int ANY = -1;

  private final String type;
  private final String method;
  private final boolean prefix;
  private final Wants wants;
  private final int parameters;
  private final boolean visible;
  private final List<String> getters;
  private final boolean optional;
  private final @Nullable String rather;

  /** Public methods of this name, or with {@code prefix} whose names begin so. */
  Point(String type, String method, boolean prefix, Wants wants, String... getters) {
    this(type, method, prefix, wants, ANY, true, Arrays.asList(getters), false, null);
  }

  private Point(
      String type,
      String method,
      boolean prefix,
      Wants wants,
      int parameters,
      boolean visible,
      List<String> getters,
      boolean optional,
      @Nullable String rather) {
    this.type = type;
    this.method = method;
    this.prefix = prefix;
    this.wants = wants;
    this.parameters = parameters;
    this.visible = visible;
    this.getters = getters;
    this.optional = optional;
    this.rather = rather;
  }

  /** Only the methods with exactly so many parameters. */
  Point parameters(int count) {
    return new Point(type, method, prefix, wants, count, visible, getters, optional, rather);
  }

  /** Methods that are not public, too. */
  Point hidden() {
    return new Point(type, method, prefix, wants, parameters, false, getters, optional, rather);
  }

  /** A class of this name that lacks the method is another one, and no reason to be broken. */
  Point optional() {
    return new Point(type, method, prefix, wants, parameters, visible, getters, true, rather);
  }

  /**
   * Of methods that differ in the type of their first parameter, rather those with this type, if
   * there are any; the others then call them.
   */
  Point rather(String first) {
    return new Point(type, method, prefix, wants, parameters, visible, getters, optional, first);
  }

  /** The type of the first parameter that is preferred, or null. */
  @Nullable String rather() {
    return rather;
  }

  String type() {
    return type;
  }

  /** The method's name, or what the names of the methods begin with. */
  String method() {
    return method;
  }

  boolean prefix() {
    return prefix;
  }

  Wants wants() {
    return wants;
  }

  boolean isOptional() {
    return optional;
  }

  boolean takes(int count) {
    return parameters == ANY || parameters == count;
  }

  /** Whether the number of parameters is given. */
  boolean counted() {
    return parameters != ANY;
  }

  /** Whether only public methods are meant. */
  boolean visible() {
    return visible;
  }

  /** Methods without parameters that the class must have for the hook to be of use. */
  List<String> getters() {
    return getters;
  }

  @Override
  public String toString() {
    return type + "." + method + (prefix ? "*" : "");
  }
}
