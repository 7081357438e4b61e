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
    of = "Reactor Pool (R2DBC Pool)",
    value = Measures.POOL,
    omits = {
      @Omits(
          value = "the names of pools that are not R2DBC's",
          because = "they have none; they are numbered in the order of first use"),
      @Omits(
          value = "timeouts of R2DBC",
          because = "it cancels what it waits for, which counts as a failure")
    })
public final class ReactorPoolProbe implements Probe {

  @Override
  public String name() {
    return "reactor-pool";
  }

  @Override
  public void declare(Plan plan) {
    ReactorPoolClasses.in("reactor.pool.", plan)
        .namedByArgument("io.r2dbc.pool.ConnectionPool", "createConnectionPool", "name");
  }
}
