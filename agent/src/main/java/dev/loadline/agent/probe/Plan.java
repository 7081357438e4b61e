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

  private Plan add(Hook hook) {
    hooks.add(hook);
    return this;
  }

  List<Hook> hooks() {
    return hooks;
  }

  /**
   * A pool of threads that is made like the JDK's, with a nested class Worker.
   *
   * @param forces whether what its handler turned away may be queued after all, so that only what
   *     {@code execute} throws is a rejection
   */
  public Plan executor(String type, boolean forces) {
    ExecutorWatch executors = watch.executors();
    Point submit = new Point(type, "execute", false, Wants.ARGUMENT).parameters(1);
    add(new SubmitHook(submit, state, executors, forces));
    if (!forces) {
      Point reject = new Point(type, "reject", false, Wants.ARGUMENT).parameters(1).hidden();
      add(new RejectHook(reject, state, executors));
    }
    Point task = new Point(type, "getTask", false, Wants.RESULT).hidden();
    add(new TaskHook(task, state, executors));
    Point exit = new Point(type, "processWorkerExit", false, Wants.NOTHING).hidden();
    add(new WorkerExitHook(exit, state, executors));
    Point worker = new Point(type + "$Worker", "run", false, Wants.WORKER).parameters(0);
    return add(new WorkerHook(worker, state, executors));
  }
}
