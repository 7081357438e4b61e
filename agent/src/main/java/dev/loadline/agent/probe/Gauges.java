package dev.loadline.agent.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an object of the application says of one bounded thing that it has, read when somebody asks
 * for the figures: a server's threads, for example, with {@code getMaxThreads} as the limit.
 * Getters may be paths, as in {@code getExecutor.getQueue.size}.
 */
public final class Gauges {

  private final String kind;
  private final String prefix;
  private final @Nullable Property name;
  private @Nullable Property limit;
  private @Nullable Property inUse;
  private @Nullable Property waiting;
  private @Nullable Property port;
  private @Nullable Property idle;
  private String within = "";

  private Gauges(String kind, String prefix, @Nullable Property name) {
    this.kind = kind;
    this.prefix = prefix;
    this.name = name;
  }

  /** A kind of resource, and the name that all such objects of the library share. */
  public static Gauges of(String kind, String name) {
    return new Gauges(kind, name, null);
  }

  /** A kind of resource; its name is the prefix, a hyphen and what the getter gives. */
  public static Gauges of(String kind, String prefix, String name) {
    return new Gauges(kind, prefix, new Property(name));
  }

  /** How many units there are at most. */
  public Gauges limit(String getter) {
    limit = new Property(getter);
    return this;
  }

  /** How many are occupied now. */
  public Gauges inUse(String getter) {
    inUse = new Property(getter);
    return this;
  }

  /** How many of those that the other getter tells are not occupied after all. */
  public Gauges idle(String getter) {
    idle = new Property(getter);
    return this;
  }

  /** How many ask for one now. */
  public Gauges waiting(String getter) {
    waiting = new Property(getter);
    return this;
  }

  /** How many are occupied now, by a path of fields and methods that need not be public. */
  public Gauges inUseWithin(String path) {
    within = path;
    return this;
  }

  /**
   * The port whose accept queue this is: what waits in it is in use, and the limit is the backlog
   * that was asked for, as far as the system grants it.
   */
  public Gauges acceptsAt(String getter) {
    port = new Property(getter);
    return this;
  }

  String kind() {
    return kind;
  }

  @Nullable Long port(Object object) {
    return port == null ? null : port.number(object);
  }

  boolean ofAcceptQueue() {
    return port != null;
  }

  @Nullable String name(Object object) {
    if (name == null) {
      return prefix;
    }
    Object value = name.of(object);
    return value instanceof String || value instanceof Integer ? prefix + "-" + value : null;
  }

  @Nullable Long limit(Object object) {
    return limit == null ? null : limit.number(object);
  }

  @Nullable Long inUse(Object object) {
    if (inUse == null) {
      Double read = Reader.number(object, within);
      return read == null ? null : (Long) read.longValue();
    }
    Long all = inUse.number(object);
    Long free = idle == null ? (Long) 0L : idle.number(object);
    return all == null || free == null ? null : (Long) Math.max(0L, all - free);
  }

  @Nullable Long waiting(Object object) {
    return waiting == null ? null : waiting.number(object);
  }

  /** The getters that the object itself must have. */
  List<String> getters() {
    List<String> getters = new ArrayList<>();
    for (Property property : new @Nullable Property[] {name, limit, inUse, waiting, port, idle}) {
      if (property != null) {
        getters.add(property.first());
      }
    }
    return getters;
  }
}
