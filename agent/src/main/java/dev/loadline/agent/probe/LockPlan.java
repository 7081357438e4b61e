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
    Point point = hooks.named(type, method, Wants.NOTHING);
    hooks.add(new LockHook(point, hooks.state, writers, session));
    return this;
  }

  /**
   * Methods, public or not, of statements; of nested ones that throw the same error of this code,
   * which says that it was waited for too long, one counts.
   */
  public LockPlan givesUp(String type, String method, String session, int code) {
    Point point = hooks.named(type, method, Wants.FAILURE).hidden();
    hooks.add(new GiveUpHook(point, hooks.state, writers, session, code));
    return this;
  }
}
