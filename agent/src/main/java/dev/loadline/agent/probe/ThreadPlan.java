package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** Pools of threads, and the threads of event loops. */
public final class ThreadPlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final ExecutorWatch executors;

  ThreadPlan(Hooks hooks) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.executors = hooks.watch.executors();
  }

  /**
   * A pool of threads that is made like the JDK's, with a nested class Worker.
   *
   * @param forces whether what its handler turned away may be queued after all, so that only what
   *     {@code execute} throws is a rejection
   */
  public ThreadPlan executor(String type, boolean forces) {
    Point submit = hooks.named(type, "execute", Wants.ARGUMENT).parameters(1);
    hooks.add(new SubmitHook(submit, state, executors, forces));
    if (!forces) {
      Point reject = hooks.named(type, "reject", Wants.ARGUMENT).parameters(1).hidden();
      hooks.add(new RejectHook(reject, state, executors));
    }
    Point task = hooks.named(type, "getTask", Wants.RESULT).hidden();
    Point exit = hooks.named(type, "processWorkerExit", Wants.NOTHING).hidden();
    Point worker = hooks.named(type + "$Worker", "run", Wants.WORKER).parameters(0);
    hooks.add(new TaskHook(task, state, executors));
    hooks.add(new WorkerExitHook(exit, state, executors));
    hooks.add(new WorkerHook(worker, state, executors));
    return this;
  }

  /** A pool of threads and the class, nested in it, of its tasks, which keep what they wrap. */
  public ThreadPlan tasks(String pool, String task) {
    Point submit = hooks.named(pool, "execute", Wants.ARGUMENT, "getMaximumPoolSize").parameters(1);
    Point run = hooks.named(task, "run", Wants.TASK).parameters(0);
    hooks.add(new SubmitHook(submit, state, executors, true));
    hooks.add(new RunHook(run, state, executors));
    return this;
  }

  /**
   * A method, public or not, without parameters, in which the thread of an event loop spends its
   * life; and by what path of methods and fields the loop tells how many loops its group has and
   * how many tasks wait for it, each empty if by none. A class without the method is another one.
   */
  public ThreadPlan loop(String type, String method, String loops, String waiting) {
    Point point = hooks.named(type, method, Wants.NOTHING).parameters(0).hidden().optional();
    hooks.add(new LoopHook(point, state, hooks.watch.loopList(), loops, waiting));
    return this;
  }

  /**
   * The method, public or not, in which a virtual thread waits pinned to its carrier. The JVM loads
   * its class at start; it is left alone until the first virtual thread brings the other class.
   */
  public ThreadPlan pinned(String type, String method, String first) {
    Point point = hooks.named(type, method, Wants.NOTHING).hidden().onceLoaded(first);
    hooks.add(new PinHook(point, state, hooks.watch.pins(state)));
    return this;
  }
}
