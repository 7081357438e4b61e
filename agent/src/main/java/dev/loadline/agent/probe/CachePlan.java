package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import org.jspecify.annotations.Nullable;

/** Caches: the methods, public or not, by which lookups find a value or not. */
public final class CachePlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final Caches caches;

  CachePlan(Hooks hooks, SubjectTraits traits) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.caches = hooks.watch.caches(hooks.state, traits);
  }

  /** A method that makes caches of one class under the name that it gets first. */
  public CachePlan named(String type, String method, String only) {
    Point point = hooks.named(type, method, Wants.CALL).hidden();
    hooks.add(new NamingHook(point, state, caches, only));
    return this;
  }

  /** A method with so many parameters that gives the value which the cache has, or null. */
  public CachePlan lookup(String type, String method, int parameters) {
    Point point = hooks.named(type, method, Wants.SECOND).hidden().parameters(parameters);
    hooks.add(new LookupHook(point, state, caches));
    return this;
  }

  /** As {@link #lookup}, rather those methods whose first parameter is of this type. */
  public CachePlan lookup(String type, String method, int parameters, String first) {
    Point point = hooks.named(type, method, Wants.SECOND).parameters(parameters).rather(first);
    hooks.add(new LookupHook(point, state, caches));
    return this;
  }

  /** A method that gives the value which the cache has for its first parameter, or loads it. */
  public CachePlan compute(String type, String method) {
    return compute(hooks.named(type, method, Wants.CALL).hidden());
  }

  /** As {@link #compute(String, String)}, of those with so many parameters. */
  public CachePlan compute(String type, String method, int parameters) {
    return compute(hooks.named(type, method, Wants.CALL).hidden().parameters(parameters));
  }

  private CachePlan compute(Point point) {
    hooks.add(new ComputeHook(point, state, caches));
    return this;
  }

  /** A method that returns inside a compute only if the value was not there. */
  public CachePlan load(String type, String method) {
    return loadOf(type, method, null);
  }

  /** As {@link #load(String, String)}, on objects of one class that inherits the method. */
  public CachePlan load(String type, String method, String only) {
    return loadOf(type, method, only);
  }

  private CachePlan loadOf(String type, String method, @Nullable String only) {
    Point point = hooks.named(type, method, Wants.NOTHING).hidden();
    hooks.add(new LoadHook(point, state, caches, only));
    return this;
  }

  /** A method inside a compute in which loads say nothing, such as one that refreshes. */
  public CachePlan aside(String type, String method) {
    Point point = hooks.named(type, method, Wants.NOTHING).hidden();
    hooks.add(new AsideHook(point, state, caches));
    return this;
  }

  /**
   * A method in which caches of one class count what several lookups gave: which of the two
   * constants, by name, and how many. A class without it counts elsewhere.
   */
  public CachePlan bulk(String type, String method, String only, String hits, String misses) {
    Point point = hooks.named(type, method, Wants.BOTH).hidden().parameters(2).optional();
    hooks.add(new BulkHook(point, state, caches, only, hits, misses));
    return this;
  }
}
