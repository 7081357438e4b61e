package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** What lets only so many run at a time: a pool without a name, whose units are turns. */
public final class TurnPlan {

  private final Hooks hooks;
  private final ProbeState state;
  private final Watch watch;
  private final String limit;
  private final NumberedPools pools;

  TurnPlan(Hooks hooks, String limit) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.watch = hooks.watch;
    this.limit = limit;
    this.pools = new NumberedPools(hooks, Getter.ofInt(limit));
  }

  /**
   * Methods whose names begin so, public or not, with one parameter: what waits for its turn to
   * run, as far as they do not throw.
   */
  public TurnPlan queued(String pool, String prefix) {
    Point point = hooks.beginning(pool, prefix, Wants.ARGUMENT, limit).hidden().parameters(1);
    hooks.add(new AskHook(point, state, watch, pools, false));
    hooks.add(new DropHook(point, state, watch, true));
    return this;
  }

  /** Methods whose names begin so, public or not: their argument has run, or never will. */
  public TurnPlan dropped(String pool, String prefix) {
    Point point = hooks.beginning(pool, prefix, Wants.ARGUMENT).hidden().parameters(1);
    hooks.add(new DropHook(point, state, watch, false));
    return this;
  }

  /** A class of what waits for its turn; it runs in one of these methods, and may be refused. */
  public TurnPlan runs(String type, String run, String olderRun, String refused) {
    for (String method : new String[] {run, olderRun}) {
      Point point = hooks.named(type, method, Wants.NOTHING).hidden().parameters(0);
      hooks.add(new TurnHook(point.optional(), state, watch));
    }
    Point denied = hooks.beginning(type, refused, Wants.NOTHING).hidden().optional();
    hooks.add(new DenyHook(denied, state, watch, false));
    return this;
  }
}
