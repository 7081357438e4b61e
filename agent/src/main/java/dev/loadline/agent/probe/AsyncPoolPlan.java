package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** Pools without names that are asked and answer later, perhaps on another thread. */
public final class AsyncPoolPlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final Watch watch;
  private final String limit;
  private final NumberedPools pools;

  AsyncPoolPlan(Hooks hooks, String limit) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.watch = hooks.watch;
    this.limit = limit;
    this.pools = new NumberedPools(hooks, Getter.ofInt(limit));
  }

  /**
   * Methods, public or not, that make a pool of what is their first argument; a field of that has
   * the name.
   */
  public AsyncPoolPlan namedByArgument(String type, String method, String name) {
    return named(type, method, new PoolMakers(name, null, null));
  }

  /**
   * Methods, public or not, that make a pool; the maker has a name in one field, in another a map
   * of its pools, whose keys have the address of each in a third.
   */
  public AsyncPoolPlan namedByMaker(
      String type, String method, String name, String pools, String address) {
    return named(type, method, new PoolMakers(name, pools, address));
  }

  private AsyncPoolPlan named(String type, String method, PoolMakers makers) {
    pools.madeBy(makers);
    Point point = hooks.named(type, method, Wants.CALL).hidden().optional();
    hooks.add(new MadeHook(point, state, makers));
    return this;
  }

  /**
   * A method of the pool, public or not, that takes as its only argument what stands for a request,
   * to be answered later.
   */
  public AsyncPoolPlan asked(String pool, String method) {
    state.require(pool);
    Point point = hooks.named(pool, method, Wants.ARGUMENT, limit).hidden().parameters(1);
    hooks.add(new AskHook(point, state, watch, pools, false));
    return this;
  }

  /** A method of the request, public or not, that passes on the unit, its only argument. */
  public AsyncPoolPlan granted(String request, String method) {
    Point point = hooks.named(request, method, Wants.ARGUMENT).hidden().parameters(1);
    hooks.add(new GrantHook(point, state, watch, false));
    return this;
  }

  /**
   * A method of the request, public or not, that ends it without a unit; its argument may tell why.
   */
  public AsyncPoolPlan denied(String request, String method, int parameters) {
    Wants wants = parameters == 0 ? Wants.NOTHING : Wants.ARGUMENT;
    Point point = hooks.named(request, method, wants).hidden().parameters(parameters);
    hooks.add(new DenyHook(point, state, watch, false));
    return this;
  }

  /** A method of the request, without parameters, that runs when its time is over. */
  public AsyncPoolPlan expired(String request, String method) {
    Point point = hooks.named(request, method, Wants.NOTHING).hidden().parameters(0);
    hooks.add(new DenyHook(point, state, watch, true));
    return this;
  }

  /** A method that takes back the unit, its first argument, and may at once hand it out again. */
  public AsyncPoolPlan takenBack(String type, String method) {
    state.require(type);
    Point point = hooks.named(type, method, Wants.ARGUMENT).hidden();
    hooks.add(new GiveBackHook(point, state, watch, true));
    return this;
  }
}
