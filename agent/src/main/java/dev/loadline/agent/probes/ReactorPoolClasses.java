package dev.loadline.agent.probes;

import dev.loadline.agent.probe.AsyncPoolPlan;
import dev.loadline.agent.probe.Plan;

/** Reactor's pool, which other libraries carry with them under another name. */
final class ReactorPoolClasses {

  private ReactorPoolClasses() {}

  static AsyncPoolPlan in(String packageName, Plan plan) {
    String pool = packageName + "SimpleDequePool";
    String borrower = packageName + "AbstractPool$Borrower";
    return plan.asyncPools("getMaxAllocatedSize")
        .asked(pool, "doAcquire")
        .granted(borrower, "deliver")
        .denied(borrower, "fail", 1)
        .denied(borrower, "cancel", 0)
        .expired(borrower, "run")
        .takenBack(pool, "maybeRecycleAndDrain")
        .takenBack(packageName + "AbstractPool", "destroyPoolable");
  }
}
