package dev.loadline.agent.probe;

import java.util.Arrays;
import java.util.List;

/** One place to hook: a class, the methods in it, and what the hook wants handed over. */
final class Point {

  /** What a hook gets besides the object. */
  enum Wants {
    /** Nothing; methods of any shape. */
    NOTHING,
    /** The result; methods without parameters. */
    RESULT,
    /** The first argument; methods that have one. */
    ARGUMENT,
    /** The first argument if any, and the result, boxed if need be; methods of any shape. */
    CALL,
    /** The pool of threads and the first task; the worker of such a pool. */
    WORKER
  }

  private static final int ANY = -1;

  private final String type;
  private final String method;
  private final boolean prefix;
  private final Wants wants;
  private final int parameters;
  private final boolean visible;
  private final List<String> getters;

  /** Public methods of this name, or with {@code prefix} whose names begin so. */
  Point(String type, String method, boolean prefix, Wants wants, String... getters) {
    this(type, method, prefix, wants, ANY, true, Arrays.asList(getters));
  }

  private Point(
      String type,
      String method,
      boolean prefix,
      Wants wants,
      int parameters,
      boolean visible,
      List<String> getters) {
    this.type = type;
    this.method = method;
    this.prefix = prefix;
    this.wants = wants;
    this.parameters = parameters;
    this.visible = visible;
    this.getters = getters;
  }

  /** Only the methods with exactly so many parameters. */
  Point parameters(int count) {
    return new Point(type, method, prefix, wants, count, visible, getters);
  }

  /** Methods that are not public, too. */
  Point hidden() {
    return new Point(type, method, prefix, wants, parameters, false, getters);
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

  boolean takes(int count) {
    return parameters == ANY || parameters == count;
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
