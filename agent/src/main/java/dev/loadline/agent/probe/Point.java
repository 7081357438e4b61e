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
    /** To be told that the method is entered: what the paths lead to, and no exit. */
    ENTRY,
    /** To be told what was thrown, and nothing where nothing was. */
    FAILURE,
    /** The first two arguments in place of the object and the first; static methods, too. */
    ARGUMENTS,
    /** The subject and the first argument if any, and no exit. */
    PART,
    /** The pool of threads and what it was given; the task that such a pool makes of that. */
    TASK,
    /** The first argument if any, boxed if need be; methods of any shape. */
    FIRST,
    /** The field {@code sql} of the object when the method returns; methods of any shape. */
    SQL,
    /** The first argument and, in place of the result, the second, boxed; of any shape. */
    BOTH
  }

  private static final int ANY = -1;

  private final String type;
  private final String method;
  private final boolean prefix;
  private final Wants wants;
  private final List<String> getters;
  private int parameters = ANY;
  private boolean visible = true;
  private boolean optional;
  private Path subject = new Path("this");
  private @Nullable Path owner;
  private @Nullable Path time;
  private @Nullable String rather;
  private @Nullable String trigger;

  /** Public methods of this name, or with {@code prefix} whose names begin so. */
  Point(String type, String method, boolean prefix, Wants wants, String... getters) {
    this.type = type;
    this.method = method;
    this.prefix = prefix;
    this.wants = wants;
    this.getters = Arrays.asList(getters);
  }

  private Point copy() {
    Point copy = new Point(type, method, prefix, wants, getters.toArray(new String[0]));
    copy.parameters = parameters;
    copy.visible = visible;
    copy.optional = optional;
    copy.subject = subject;
    copy.owner = owner;
    copy.time = time;
    copy.rather = rather;
    copy.trigger = trigger;
    return copy;
  }

  /** Only the methods with exactly so many parameters. */
  Point parameters(int count) {
    Point copy = copy();
    copy.parameters = count;
    return copy;
  }

  /** Methods that are not public, too. */
  Point hidden() {
    Point copy = copy();
    copy.visible = false;
    return copy;
  }

  /** A class of this name that lacks the method is another one, and no reason to be broken. */
  Point optional() {
    Point copy = copy();
    copy.optional = true;
    return copy;
  }

  /** The object that the hook is about, where that is not the one whose method is hooked. */
  Point subject(String path) {
    Point copy = copy();
    copy.subject = new Path(path);
    return copy;
  }

  /** The object that the subject belongs to. */
  Point owner(String path) {
    Point copy = copy();
    copy.owner = new Path(path);
    return copy;
  }

  /**
   * A time of {@link System#nanoTime} that the library has just read; where it has, it is used.
   * Empty for none.
   */
  Point time(String path) {
    Point copy = copy();
    copy.time = path.isEmpty() ? null : new Path(path);
    return copy;
  }

  /**
   * Of methods that differ in the type of their first parameter, rather those with this type, if
   * there are any; the others then call them.
   */
  Point rather(String first) {
    Point copy = copy();
    copy.rather = first;
    return copy;
  }

  /**
   * The class is left alone until that other one has been loaded, which tells that the application
   * uses it; for classes that the JVM loads at start, whatever the application does.
   */
  Point onceLoaded(String other) {
    Point copy = copy();
    copy.trigger = other;
    return copy;
  }

  /** The class without which this one is left alone, or null. */
  @Nullable String trigger() {
    return trigger;
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

  /** The names of which any is meant, for a method that versions name differently. */
  String[] names() {
    return method.split("\\|", -1);
  }

  boolean prefix() {
    return prefix;
  }

  Wants wants() {
    return wants;
  }

  Path subject() {
    return subject;
  }

  @Nullable Path owner() {
    return owner;
  }

  @Nullable Path time() {
    return time;
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
