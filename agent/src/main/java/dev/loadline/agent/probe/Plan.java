package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verbs of which a {@link Probe} is made. */
public final class Plan {

  private final ProbeState state;
  private final Watch watch;
  private final List<Hook> hooks = new ArrayList<>();
  private @Nullable Traits lent;

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
    state.measuresBusy();
    return add(new BusyHook(new Point(type, method, false, Wants.NOTHING), state, watch, lent));
  }

  /** Methods of a {@link java.sql.Statement} whose names begin so, in which the server works. */
  public Plan statement(String type, String prefix) {
    state.measuresBusy();
    return add(new BusyHook(new Point(type, prefix, true, Wants.NOTHING), state, watch, lent));
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

  private Plan add(Hook hook) {
    hooks.add(hook);
    return this;
  }

  List<Hook> hooks() {
    return hooks;
  }

  /**
   * Public methods without parameters of the object that is the pool, or of one inside it, which
   * hand something out; of nested calls the outermost counts.
   */
  public Plan acquire(String type, String method, Traits traits) {
    return acquire(new Point(type, method, false, Wants.RESULT, traits.getters()), traits);
  }

  /** Methods with so many parameters, public or not. */
  public Plan acquire(String type, String method, int parameters, Traits traits) {
    Point point = new Point(type, method, false, Wants.RESULT, traits.getters());
    return acquire(point.parameters(parameters).hidden(), traits);
  }

  private Plan acquire(Point point, Traits traits) {
    lent = traits;
    return add(new BorrowHook(point, state, watch, traits));
  }

  /** Methods that give back, of classes of which an application loads at least one. */
  public Plan releaseOfAny(String method, String... types) {
    state.requireAny(types);
    for (String type : types) {
      add(new ReleaseHook(new Point(type, method, false, Wants.NOTHING), state, watch));
    }
    return this;
  }

  /** Methods, public or not, of a pool that takes back what it gets as their first argument. */
  public Plan takesBack(String type, String method) {
    Point point = new Point(type, method, false, Wants.ARGUMENT);
    return add(new ReturnHook(point.hidden(), state, watch));
  }

  /** The method, public or not, with so many parameters that closes a pool for good. */
  public Plan closed(String type, String method, int parameters) {
    Point point = new Point(type, method, false, Wants.NOTHING);
    return add(new CloseHook(point.parameters(parameters).hidden(), state, watch));
  }

  /** A method, public or not, with so many parameters, inside which no acquire counts. */
  public Plan notInside(String type, String method, int parameters) {
    Point point = new Point(type, method, false, Wants.NOTHING);
    return add(new InsideHook(point.parameters(parameters).hidden(), state, watch));
  }
}
