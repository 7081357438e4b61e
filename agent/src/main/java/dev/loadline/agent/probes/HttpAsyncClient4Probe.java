package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Gauges;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The connections of Apache HttpAsyncClient 4: their limit and those in use, as the pool itself
 * tells them when it is asked. What it calls pending are connections that are being opened; how
 * many requests wait it does not say, and what stands for a request is made inside it.
 */
@AutoService(Probe.class)
@Measures(
    of = "Apache HttpAsyncClient 4",
    value = "pool: limit and in use at the moment of the reading",
    omits = {
      @Omits(
          value = "requests that wait, waits, holds and integrals",
          because = "what stands for a request is made inside the pool"),
      @Omits(
          value = "the limits of single routes",
          because = "the limit shown is that of the whole pool")
    })
public final class HttpAsyncClient4Probe implements Probe {

  private static final String POOL =
      "org.apache.http.impl.nio.conn.PoolingNHttpClientConnectionManager";

  @Override
  public String name() {
    return "httpasyncclient4";
  }

  @Override
  public void declare(Plan plan) {
    plan.gauges(
            Gauges.of("pool", name())
                .limit("getTotalStats.getMax")
                .inUse("getTotalStats.getLeased"))
        .from(POOL, "requestConnection")
        .until(POOL, "shutdown");
  }
}
