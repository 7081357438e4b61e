package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;
import dev.loadline.agent.probe.SlotPoolHook.Step;

/** Pools of slots as Vert.x has them. */
public final class SlotPoolPlan {

  private final Hooks hooks;
  private final String limit;
  private final String connectors;
  private final String[] shared;

  SlotPoolPlan(Hooks hooks, String limit, String connectors, String... shared) {
    this.hooks = hooks;
    this.limit = limit;
    this.connectors = connectors;
    this.shared = shared.clone();
  }

  /** The class of the pools, with its nested classes; others of them are numbered anew. */
  public SlotPoolPlan in(String pool) {
    NumberedPools pools = new NumberedPools(hooks, Getter.intField(limit)).unlessShared(shared);
    Point ask = hooks.named(pool + "$Acquire", "execute", Wants.CALL).parameters(1);
    Point grant = hooks.named(pool + "$LeaseImpl", "emit", Wants.NOTHING).parameters(0);
    Point take = hooks.named(pool, "recycle", Wants.ARGUMENT).parameters(1);
    Point remove = hooks.named(pool + "$Slot", "onRemove", Wants.NOTHING);
    Point cancel = hooks.named(pool + "$Cancel", "execute", Wants.NOTHING);
    Point fail = hooks.named(pool + "$ConnectFailed", "execute", Wants.NOTHING);
    add(ask, Step.ASKED, pools);
    add(grant.hidden(), Step.GRANTED, pools);
    add(take.hidden(), Step.RETURNED, pools);
    add(remove, Step.REMOVED, pools);
    add(cancel, Step.CANCELLED, pools);
    add(fail, Step.FAILED, pools);
    Point close = hooks.named(pool, "close", Wants.NOTHING);
    hooks.add(new CloseHook(close, hooks.state, hooks.watch));
    return this;
  }

  private void add(Point point, Step step, NumberedPools pools) {
    hooks.add(new SlotPoolHook(point, hooks.state, step, hooks.watch, pools, connectors));
  }
}
