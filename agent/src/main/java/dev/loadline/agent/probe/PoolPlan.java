package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** Pools that a thread asks for something and, if need be, waits for it. */
public final class PoolPlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final Watch watch;
  private final Traits traits;

  PoolPlan(Hooks hooks, Traits traits) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.watch = hooks.watch;
    this.traits = traits;
  }

  /** The pools have names, but may be of anything, not only of connections to a database. */
  public PoolPlan ofAnything() {
    state.poolsAnything();
    return this;
  }

  /**
   * Public methods without parameters of the object that is the pool, or of one inside it, which
   * hand something out; of nested calls the outermost counts.
   */
  public PoolPlan acquire(String type, String method) {
    return acquire(hooks.named(type, method, Wants.RESULT, traits.getters()));
  }

  /** As {@link #acquire(String, String)}, with so many parameters, public or not. */
  public PoolPlan acquire(String type, String method, int parameters) {
    Point point = hooks.named(type, method, Wants.RESULT, traits.getters());
    return acquire(point.parameters(parameters).hidden());
  }

  /**
   * As {@link #acquire(String, String)}, with one parameter; of those that differ in its type
   * rather those with this one, which the others call and a subclass may override.
   */
  public PoolPlan acquireBy(String type, String method, String parameter) {
    Point point = hooks.named(type, method, Wants.RESULT, traits.getters());
    return acquire(point.parameters(1).rather(parameter));
  }

  private PoolPlan acquire(Point point) {
    hooks.add(new BorrowHook(point, state, watch, traits));
    return this;
  }

  /** Methods, public or not, inside which no acquire counts, whatever their parameters. */
  public PoolPlan notInside(String type, String method) {
    return notInside(hooks.named(type, method, Wants.NOTHING).hidden());
  }

  /** As {@link #notInside(String, String)}, with so many parameters. */
  public PoolPlan notInside(String type, String method, int parameters) {
    return notInside(hooks.named(type, method, Wants.NOTHING).parameters(parameters).hidden());
  }

  private PoolPlan notInside(Point point) {
    hooks.add(new InsideHook(point, state, watch));
    return this;
  }

  /** A method of the connection that gives it back; a second call changes nothing. */
  public PoolPlan release(String type, String method) {
    state.require(type);
    return released(type, method);
  }

  /** As {@link #release}, of classes of which an application loads at least one. */
  public PoolPlan releaseOfAny(String method, String... types) {
    state.requireAny(types);
    for (String type : types) {
      released(type, method);
    }
    return this;
  }

  private PoolPlan released(String type, String method) {
    hooks.add(new ReleaseHook(hooks.named(type, method, Wants.NOTHING), state, watch));
    return this;
  }

  /** Methods, public or not, of a pool that takes back what it gets as their first argument. */
  public PoolPlan takesBack(String type, String method) {
    return back(hooks.named(type, method, Wants.ARGUMENT).hidden());
  }

  /** Public methods of a pool that takes back what it gets as their second argument. */
  public PoolPlan takesBackSecond(String type, String method) {
    return back(hooks.named(type, method, Wants.SECOND));
  }

  /** A method without parameters, public or not, of the unit itself; then the next may have it. */
  public PoolPlan goesBack(String unit, String method) {
    state.require(unit);
    return back(hooks.named(unit, method, Wants.NOTHING).parameters(0).hidden());
  }

  private PoolPlan back(Point point) {
    hooks.add(new ReturnHook(point, state, watch));
    return this;
  }

  /** A method of the connection in which the server really works. */
  public PoolPlan busy(String type, String method) {
    return busy(hooks.named(type, method, Wants.NOTHING));
  }

  /** Methods of a {@link java.sql.Statement} whose names begin so, in which the server works. */
  public PoolPlan statement(String type, String prefix) {
    return busy(hooks.beginning(type, prefix, Wants.NOTHING));
  }

  private PoolPlan busy(Point point) {
    state.measuresBusy();
    hooks.add(new BusyHook(point, state, watch, traits));
    return this;
  }

  /** Public methods that close a pool for good. */
  public PoolPlan closed(String type, String method) {
    return closed(hooks.named(type, method, Wants.NOTHING));
  }

  /** As {@link #closed(String, String)}, with so many parameters, public or not. */
  public PoolPlan closed(String type, String method, int parameters) {
    return closed(hooks.named(type, method, Wants.NOTHING).parameters(parameters).hidden());
  }

  private PoolPlan closed(Point point) {
    hooks.add(new CloseHook(point, state, watch));
    return this;
  }
}
