package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import java.util.ArrayList;
import java.util.List;

/** The verbs of which a {@link Probe} is made. */
public final class Plan {

  private final ProbeState state;
  private final Watch watch;
  private final List<Hook> hooks = new ArrayList<>();

  Plan(ProbeState state, Watch watch) {
    this.state = state;
    this.watch = watch;
  }

  /**
   * A method without parameters that hands out a connection, on the object that is the pool; and
   * the pool's getters of its limit (an int) and of its name.
   */
  public Plan acquire(String type, String method, String limit, String name) {
    Point point = new Point(type, method, false, Wants.RESULT, limit, name);
    return add(new AcquireHook(point, state, watch, limit, name));
  }

  /** A method of the connection that gives it back; a second call changes nothing. */
  public Plan release(String type, String method) {
    state.require(type);
    return add(new ReleaseHook(new Point(type, method, false, Wants.NOTHING), state, watch));
  }

  /** A method of the connection in which the server really works. */
  public Plan busy(String type, String method) {
    return add(new BusyHook(new Point(type, method, false, Wants.NOTHING), state, watch));
  }

  /** Methods of a {@link java.sql.Statement} whose names begin so, in which the server works. */
  public Plan statement(String type, String prefix) {
    return add(new BusyHook(new Point(type, prefix, true, Wants.NOTHING), state, watch));
  }

  /** The method that closes a pool for good. */
  public Plan closed(String type, String method) {
    return add(new CloseHook(new Point(type, method, false, Wants.NOTHING), state, watch));
  }

  /**
   * A method whose first parameter is one HTTP exchange, called by the thread that answers it; of
   * nested calls the outermost counts.
   */
  public Plan exchange(String type, String method, Exchange exchange) {
    return add(
        new ExchangeHook(
            new Point(type, method, false, Wants.ARGUMENT), state, watch.server(state), exchange));
  }

  /**
   * A method of the pool that takes as its only argument what stands for a request, to be answered
   * later and perhaps by another thread; and the pool's getter of its limit (an int).
   */
  public Plan asked(String pool, String method, String limit) {
    state.require(pool);
    Point point = new Point(pool, method, false, Wants.ARGUMENT, limit).hidden().parameters(1);
    return add(new AskHook(point, state, watch, numbered(limit), false));
  }

  /** A method of the pool that returns what stands for a request, to be answered later. */
  public Plan requested(String pool, String method, int parameters, String limit) {
    Point point = new Point(pool, method, false, Wants.CALL, limit).parameters(parameters);
    return add(new AskHook(point, state, watch, numbered(limit), true));
  }

  /** A method of the request that passes on the unit, its only argument. */
  public Plan granted(String request, String method) {
    Point point = new Point(request, method, false, Wants.ARGUMENT).hidden().parameters(1);
    return add(new GrantHook(point, state, watch, false));
  }

  /**
   * A class that may stand for requests, if it has a method with one parameter that returns the
   * unit or throws, and one that cancels the request.
   */
  public Plan answered(String request, String get, String cancel) {
    Point got = new Point(request, get, false, Wants.CALL).parameters(1).optional();
    Point cancelled = new Point(request, cancel, false, Wants.NOTHING).parameters(0).optional();
    return add(new GrantHook(got, state, watch, true))
        .add(new DenyHook(cancelled, state, watch, false));
  }

  /** A method of the request that ends it without a unit; its argument may tell why. */
  public Plan denied(String request, String method, int parameters) {
    Wants wants = parameters == 0 ? Wants.NOTHING : Wants.ARGUMENT;
    Point point = new Point(request, method, false, wants).hidden().parameters(parameters);
    return add(new DenyHook(point, state, watch, false));
  }

  /** A method of the request, without parameters, that runs when its time is over. */
  public Plan expired(String request, String method) {
    Point point = new Point(request, method, false, Wants.NOTHING).hidden().parameters(0);
    return add(new DenyHook(point, state, watch, true));
  }

  /** A method that takes back the unit, its first argument, and may at once hand it out again. */
  public Plan takenBack(String type, String method) {
    state.require(type);
    Point point = new Point(type, method, false, Wants.ARGUMENT).hidden();
    return add(new GiveBackHook(point, state, watch, true));
  }

  /**
   * A method that takes back the unit, its first argument, or without parameters one of the unit
   * itself; the hold ends when it returns.
   */
  public Plan returned(String type, String method, int parameters) {
    state.require(type);
    Wants wants = parameters == 0 ? Wants.NOTHING : Wants.ARGUMENT;
    Point point = new Point(type, method, false, wants).parameters(parameters);
    return add(new GiveBackHook(point, state, watch, false));
  }

  /** A method of a pool without a name that waits for a unit and returns it. */
  public Plan leased(String pool, String method, int parameters, String limit) {
    Point point = new Point(pool, method, false, Wants.CALL, limit).hidden().parameters(parameters);
    return add(new LeaseHook(point, state, watch, numbered(limit)));
  }

  /**
   * Public methods of a pool without a name that wait for a unit and return it, whatever their
   * parameters; one may call another. The limit is an int that the pool's settings tell, an object
   * in this field of the pool.
   */
  public Plan leasedByAny(String pool, String method, String settings, String limit) {
    Point point = new Point(pool, method, false, Wants.CALL);
    NumberedPools pools = new NumberedPools(state, watch, settings, Getter.ofInt(limit));
    return add(new LeaseHook(point, state, watch, pools));
  }

  private NumberedPools numbered(String limit) {
    return new NumberedPools(state, watch, null, Getter.ofInt(limit));
  }

  private Plan add(Hook hook) {
    hooks.add(hook);
    return this;
  }

  List<Hook> hooks() {
    return hooks;
  }
}
