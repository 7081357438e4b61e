package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Reactor's pool, which R2DBC's pool and Reactor Netty's connections are kept in. The hold lasts
 * until the pool can hand the unit to the next, the release handler included.
 */
@AutoService(Probe.class)
@Measures(
    of = "Reactor Pool (R2DBC Pool, Reactor Netty)",
    value = Measures.POOL,
    omits =
        @Omits(
            value = "the names of pools",
            because = "they have none; they are numbered in the order of first use"))
public final class ReactorPoolProbe implements Probe {

  private static final String POOL = "reactor.pool.SimpleDequePool";
  private static final String BORROWER = "reactor.pool.AbstractPool$Borrower";

  @Override
  public String name() {
    return "reactor-pool";
  }

  @Override
  public void declare(Plan plan) {
    plan.asked(POOL, "doAcquire", "getMaxAllocatedSize")
        .granted(BORROWER, "deliver")
        .denied(BORROWER, "fail", 1)
        .denied(BORROWER, "cancel", 0)
        .expired(BORROWER, "run")
        .takenBack(POOL, "maybeRecycleAndDrain")
        .takenBack("reactor.pool.AbstractPool", "destroyPoolable");
  }
}
