package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** Pools that keep the units that they lend, and lend them again; their own records are hooked. */
public final class UnitPlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final Watch watch;
  private final Traits traits;

  UnitPlan(Hooks hooks, Traits traits) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.watch = hooks.watch;
    this.traits = traits;
  }

  /** The same verbs, of methods, public or not, that only some versions have. */
  public UnitPlan ifThere() {
    return new UnitPlan(hooks.ifThere(), traits);
  }

  /**
   * A method, public or not, in which a pool lends a unit that it keeps and will lend again.
   *
   * @param pool the path to the pool
   * @param nanos the path to the time by {@link System#nanoTime} which the library read just
   *     before, where it has one
   */
  public UnitPlan lends(String unit, String method, String pool, String nanos) {
    Point point = hooks.named(unit, method, Wants.ENTRY).hidden().owner(pool).time(nanos);
    hooks.add(new LendHook(point, state, watch, traits));
    return this;
  }

  /** A method, public or not, in which a unit that was lent is the pool's again, if not before. */
  public UnitPlan recalls(String type, String method, String unit, String nanos) {
    state.require(type);
    Point point = hooks.named(type, method, Wants.ENTRY).hidden().subject(unit).time(nanos);
    hooks.add(new RecallHook(point, state, watch));
    return this;
  }

  /** A method, public or not, with so many parameters, of a unit that is the pool's again by it. */
  public UnitPlan returns(String unit, String method, int parameters) {
    Point point = hooks.named(unit, method, Wants.ENTRY).hidden().parameters(parameters);
    hooks.add(new RecallHook(point, state, watch));
    return this;
  }

  /** A method, public or not, that a thread enters once it has to wait for a unit. */
  public UnitPlan waits(String type, String method) {
    hooks.add(new WaitHook(hooks.named(type, method, Wants.ENTRY).hidden(), state, watch));
    return this;
  }

  /** Methods with so many parameters that throw where the pool has no unit to lend. */
  public UnitPlan refuses(String type, String method, int parameters, String pool) {
    Point point = hooks.named(type, method, Wants.FAILURE).parameters(parameters);
    hooks.add(new RefuseHook(point.subject(pool), state, watch, traits));
    return this;
  }

  /** A method in which the server really works for the unit at the end of the path. */
  public UnitPlan busy(String type, String method, String unit) {
    return busy(hooks.named(type, method, Wants.NOTHING).subject(unit));
  }

  /** As {@link #busy(String, String, String)}, of a statement's methods whose names begin so. */
  public UnitPlan statement(String type, String prefix, String unit) {
    return busy(hooks.beginning(type, prefix, Wants.NOTHING).subject(unit));
  }

  private UnitPlan busy(Point point) {
    state.measuresBusy();
    hooks.add(new WorkHook(point, state, watch));
    return this;
  }

  /** Methods that close a pool for good, of a class that has all that the traits ask for. */
  public UnitPlan closed(String type, String method) {
    Point point = hooks.named(type, method, Wants.NOTHING, traits.getters());
    hooks.add(new CloseHook(point, state, watch));
    return this;
  }
}
