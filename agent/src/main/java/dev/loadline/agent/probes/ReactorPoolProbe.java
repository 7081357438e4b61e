package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Reactor's pool, which R2DBC's pool keeps its connections in. The hold lasts until the pool can
 * hand the unit to the next, the release handler included. A pool of R2DBC is called as its
 * configuration says; a request that R2DBC gives up is cancelled, so it counts as a failure and not
 * as a timeout.
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

  @Override
  public String name() {
    return "reactor-pool";
  }

  @Override
  public void declare(Plan plan) {
    plan.namedByArgument("io.r2dbc.pool.ConnectionPool", "createConnectionPool", "name");
    declare(plan, "reactor.pool.");
  }

  /** The pool under any name of its package. */
  static void declare(Plan plan, String library) {
    String pool = library + "SimpleDequePool";
    String borrower = library + "AbstractPool$Borrower";
    plan.asked(pool, "doAcquire", "getMaxAllocatedSize")
        .granted(borrower, "deliver")
        .denied(borrower, "fail", 1)
        .denied(borrower, "cancel", 0)
        .expired(borrower, "run")
        .takenBack(pool, "maybeRecycleAndDrain")
        .takenBack(library + "AbstractPool", "destroyPoolable");
  }
}
