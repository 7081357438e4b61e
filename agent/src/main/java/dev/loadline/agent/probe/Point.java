package dev.loadline.agent.probe;

import java.util.Arrays;
import java.util.List;

/** One place to hook: a class, the methods in it, and what the hook wants handed over. */
final class Point {

  /** What a hook gets besides the object. */
  enum Wants {
    NOTHING,
    RESULT,
    ARGUMENT
  }

  private final String type;
  private final String method;
  private final boolean prefix;
  private final Wants wants;
  private final List<String> getters;

  Point(String type, String method, boolean prefix, Wants wants, String... getters) {
    this.type = type;
    this.method = method;
    this.prefix = prefix;
    this.wants = wants;
    this.getters = Arrays.asList(getters);
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

  /** Methods without parameters that the class must have for the hook to be of use. */
  List<String> getters() {
    return getters;
  }

  @Override
  public String toString() {
    return type + "." + method + (prefix ? "*" : "");
  }
}
