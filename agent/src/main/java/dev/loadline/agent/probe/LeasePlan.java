package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** Pools without names, whose callers wait on their thread, at once or when they need the unit. */
public final class LeasePlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final Watch watch;
  private final NumberedPools pools;
  private final String[] getters;

  /**
   * @param getters public ones that the class of the pools must have
   */
  LeasePlan(Hooks hooks, NumberedPools pools, String... getters) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.watch = hooks.watch;
    this.pools = pools;
    this.getters = getters.clone();
  }

  /**
   * Public methods that wait for a unit and return it, whatever their parameters; one may call
   * another.
   */
  public LeasePlan leased(String pool, String method) {
    return leased(hooks.named(pool, method, Wants.CALL, getters));
  }

  /** As {@link #leased(String, String)}, with so many parameters, public or not. */
  public LeasePlan leased(String pool, String method, int parameters) {
    Point point = hooks.named(pool, method, Wants.CALL, getters);
    return leased(point.hidden().parameters(parameters));
  }

  private LeasePlan leased(Point point) {
    hooks.add(new LeaseHook(point, state, watch, pools));
    return this;
  }

  /**
   * The pools answer later, too: a method with two parameters, of which the first stands for the
   * request, one that gets the request and the unit, and one that gets a failure and the request.
   * Versions that lack one of them are not followed here.
   */
  public LeasePlan checkedOut(String pool, String ask, String grant, String deny) {
    Point asked = hooks.named(pool, ask, Wants.ARGUMENT).parameters(2);
    Point granted = hooks.named(pool, grant, Wants.ARGUMENTS).hidden().parameters(3);
    Point denied = hooks.named(pool, deny, Wants.ARGUMENTS).hidden().parameters(3);
    return checkedOut(asked, CheckoutHook.Step.ASKED)
        .checkedOut(granted, CheckoutHook.Step.GRANTED)
        .checkedOut(denied, CheckoutHook.Step.DENIED);
  }

  private LeasePlan checkedOut(Point point, CheckoutHook.Step step) {
    hooks.add(new CheckoutHook(point.optional(), state, step, watch, pools));
    return this;
  }

  /** A method with so many parameters that returns what stands for a request. */
  public LeasePlan requested(String pool, String method, int parameters) {
    Point point = hooks.named(pool, method, Wants.CALL, getters).parameters(parameters);
    hooks.add(new AskHook(point, state, watch, pools, true));
    return this;
  }

  /**
   * A class that may stand for requests, if it has a method with one parameter that returns the
   * unit or throws, and one that cancels the request.
   */
  public LeasePlan awaited(String request, String get, String cancel) {
    Point got = hooks.named(request, get, Wants.CALL).parameters(1).optional();
    Point cancelled = hooks.named(request, cancel, Wants.NOTHING).parameters(0).optional();
    hooks.add(new GrantHook(got, state, watch, true));
    hooks.add(new DenyHook(cancelled, state, watch, false));
    return this;
  }

  /**
   * A method that takes back the unit, its first argument, or without parameters one of the unit
   * itself; the hold ends when it returns.
   */
  public LeasePlan returned(String type, String method, int parameters) {
    state.require(type);
    Wants wants = parameters == 0 ? Wants.NOTHING : Wants.ARGUMENT;
    Point point = hooks.named(type, method, wants).parameters(parameters);
    hooks.add(new GiveBackHook(point, state, watch, false));
    return this;
  }

  /** Public methods that close a pool for good. */
  public LeasePlan closed(String type, String method) {
    hooks.add(new CloseHook(hooks.named(type, method, Wants.NOTHING), state, watch));
    return this;
  }
}
