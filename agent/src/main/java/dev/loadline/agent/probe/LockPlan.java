package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** Databases inside the process whose transactions wait for one another. */
public final class LockPlan {

  private final Hooks hooks;
  private final Writers writers;

  LockPlan(Hooks hooks) {
    this.hooks = hooks;
    this.writers = hooks.watch.writers(hooks.state, "", "getName");
  }

  /**
   * A public method of a transaction in which it waits for another one, and the field that leads to
   * its session, whose database has a name.
   */
  public LockPlan waits(String type, String method, String session) {
    writers.onlyWaits(hooks.state, type);
    return add(hooks.named(type, method, Wants.NOTHING), session, 0);
  }

  /**
   * Methods, public or not, of statements; of nested ones the outermost counts that ends by an
   * error of this code, which says that it was waited for too long.
   */
  public LockPlan givesUp(String type, String method, String session, int code) {
    return add(hooks.named(type, method, Wants.NOTHING).hidden(), session, code);
  }

  private LockPlan add(Point point, String session, int code) {
    hooks.add(new LockHook(point, hooks.state, writers, session, code));
    return this;
  }
}
