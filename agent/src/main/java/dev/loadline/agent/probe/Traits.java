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
  private final List<Step> limit;
  private final List<Step> name;
  private final @Nullable Pattern generated;
  private final Timeouts timeouts;
  private final @Nullable String except;
  private final @Nullable Getter unit;
  private final @Nullable Origin origin;

  private Traits(
      String fallback,
      List<Step> limit,
      List<Step> name,
      @Nullable Pattern generated,
      Timeouts timeouts,
      @Nullable String except,
      @Nullable Getter unit,
      @Nullable Origin origin) {
    this.fallback = fallback;
    this.limit = limit;
    this.name = name;
    this.generated = generated;
    this.timeouts = timeouts;
    this.except = except;
    this.unit = unit;
    this.origin = origin;
  }

  /** Pools that are called so where they have no better name. */
  public static Traits named(String fallback) {
    return new Traits(fallback, steps(""), steps(""), null, Timeouts.of(), null, null, null);
  }

  /** The path to the limit, an int; below 0 it means that there is none. */
  public Traits limit(String path) {
    return new Traits(fallback, steps(path), name, generated, timeouts, except, unit, origin);
  }

  /** The path to the name; where it is null or empty the fallback holds. */
  public Traits name(String path) {
    return new Traits(fallback, limit, steps(path), generated, timeouts, except, unit, origin);
  }

  /** Names that the library makes up anew at each start, which are no use as a label. */
  public Traits generated(String regex) {
    return new Traits(
        fallback, limit, name, Pattern.compile(regex), timeouts, except, unit, origin);
  }

  /** What is thrown when time runs out. */
  public Traits timeouts(Timeouts some) {
    return new Traits(fallback, limit, name, generated, some, except, unit, origin);
  }

  /** Pools of this class or one below it are left alone. */
  public Traits except(String type) {
    return new Traits(fallback, limit, name, generated, timeouts, type, unit, origin);
  }

  /** The public getter of what is given back, where that is not the object handed out. */
  public Traits unit(String getter) {
    return new Traits(
        fallback, limit, name, generated, timeouts, except, Getter.of(getter), origin);
  }

  /** Pools of whatever, called after whose they are where they have no better name. */
  public Traits origin(Origin whose) {
    return new Traits(fallback, limit, name, generated, timeouts, except, unit, whose);
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
    for (List<Step> path : Arrays.asList(limit, name)) {
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
    return unit != null;
  }

  /** Whether the pools are of a database. */
  boolean ofDatabase() {
    return origin == null;
  }

  @Nullable Integer limitOf(Object pool) {
    Object value = read(pool, limit);
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
