package dev.loadline.agent.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the pools of a library say their limit and name, and how they say that time ran out. A path
 * such as {@code getConfiguration.maxSize} or {@code getJmxName.getKeyProperty(name)} is followed
 * getter by getter, by the agent's thread only.
 */
public final class Traits {

  private final String fallback;
  private List<Step> limit = steps("");
  private List<Step> name = steps("");
  private List<Step> waiting = steps("");
  private @Nullable Pattern generated;
  private Timeouts timeouts = Timeouts.of();
  private @Nullable String except;
  private @Nullable Getter unit;
  private @Nullable Origin origin;

  private Traits(String fallback) {
    this.fallback = fallback;
  }

  private Traits copy() {
    Traits copy = new Traits(fallback);
    copy.limit = limit;
    copy.name = name;
    copy.waiting = waiting;
    copy.generated = generated;
    copy.timeouts = timeouts;
    copy.except = except;
    copy.unit = unit;
    copy.origin = origin;
    return copy;
  }

  /** Pools that are called so where they have no better name. */
  public static Traits named(String fallback) {
    return new Traits(fallback);
  }

  /** The path to the limit, an int; below 0 it means that there is none. */
  public Traits limit(String path) {
    Traits copy = copy();
    copy.limit = steps(path);
    return copy;
  }

  /** The path to the name; where it is null or empty the fallback holds. */
  public Traits name(String path) {
    Traits copy = copy();
    copy.name = steps(path);
    return copy;
  }

  /** The path to how many threads wait now, an int, where the hooks do not tell. */
  public Traits waiting(String path) {
    Traits copy = copy();
    copy.waiting = steps(path);
    return copy;
  }

  /** Names that the library makes up anew at each start, which are no use as a label. */
  public Traits generated(String regex) {
    Traits copy = copy();
    copy.generated = Pattern.compile(regex);
    return copy;
  }

  /** What is thrown when time runs out. */
  public Traits timeouts(Timeouts some) {
    Traits copy = copy();
    copy.timeouts = some;
    return copy;
  }

  /** Pools of this class or one below it are left alone. */
  public Traits except(String type) {
    Traits copy = copy();
    copy.except = type;
    return copy;
  }

  /** The public getter of what is given back, where that is not the object handed out. */
  public Traits unit(String getter) {
    Traits copy = copy();
    copy.unit = Getter.of(getter);
    return copy;
  }

  /**
   * What is handed out is a dynamic proxy, and what is given back stands in the field of its
   * handler that is of this class.
   */
  public Traits behindProxy(String type) {
    Traits copy = copy();
    copy.unit = Getter.behindProxy(type);
    return copy;
  }

  /** Whose the pools are, where they have no better name, to call them after that. */
  public Traits origin(Origin whose) {
    Traits copy = copy();
    copy.origin = whose;
    return copy;
  }

  /** One getter of a path, looked up once for each class that it is asked of. */
  private static final class Step {

    final String name;
    final Getter getter;

    Step(String name) {
      this.name = name;
      int at = name.indexOf('(');
      this.getter =
          at < 0
              ? Getter.of(name)
              : Getter.of(name.substring(0, at), name.substring(at + 1, name.length() - 1));
    }
  }

  private static List<Step> steps(String path) {
    List<Step> steps = new ArrayList<>();
    for (String name : path.split("\\.")) {
      if (!name.isEmpty()) {
        steps.add(new Step(name));
      }
    }
    return steps;
  }

  /** The getters that the pool's class must have. */
  String[] getters() {
    List<String> all = new ArrayList<>();
    for (List<Step> path : Arrays.asList(limit, name, waiting)) {
      if (!path.isEmpty()) {
        all.add(path.get(0).name);
      }
    }
    return all.toArray(new String[0]);
  }

  boolean timeout(@Nullable Throwable thrown) {
    return timeouts.is(thrown);
  }

  boolean covers(Class<?> type) {
    for (Class<?> at = type; except != null && at != null; at = at.getSuperclass()) {
      if (at.getName().equals(except)) {
        return false;
      }
    }
    return true;
  }

  @Nullable Object unit(Object handle) throws Throwable {
    return unit == null ? handle : unit.get(handle);
  }

  /** Whether the same may be handed out once more while it is held. */
  boolean shared() {
    return unit != null && !unit.isBehindProxy();
  }

  @Nullable Integer limitOf(Object pool) {
    return number(pool, limit);
  }

  /** Whether {@link #waitingOf} tells. */
  boolean tellsWaiting() {
    return !waiting.isEmpty();
  }

  @Nullable Integer waitingOf(Object pool) {
    return number(pool, waiting);
  }

  private static @Nullable Integer number(Object pool, List<Step> path) {
    Object value = read(pool, path);
    return value instanceof Integer && (Integer) value >= 0 ? (Integer) value : null;
  }

  String nameOf(Object pool) {
    Object value = read(pool, name);
    String text = value == null ? "" : value.toString();
    if (!text.isEmpty() && (generated == null || !generated.matcher(text).matches())) {
      return text;
    }
    return origin == null ? fallback : origin.name(pool, fallback);
  }

  private static @Nullable Object read(Object pool, List<Step> path) {
    Object at = path.isEmpty() ? null : pool;
    try {
      for (Step step : path) {
        at = at == null ? null : step.getter.get(at);
      }
      return at;
    } catch (Throwable unreadable) {
      return null;
    }
  }
}
