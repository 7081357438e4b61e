package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Gauges;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The asynchronous connections of Apache HttpClient 5: their limit, those in use and the requests
 * that wait, as the pool itself tells them when it is asked. What stands for a request is made
 * inside the pool, so that single waits and holds are not seen.
 */
@AutoService(Probe.class)
@Measures(
    of = "Apache HttpClient 5, asynchronous",
    value = "pool: limit, in use and waiting at the moment of the reading",
    omits = {
      @Omits(
          value = "waits, holds and integrals",
          because = "what stands for a request is made inside the pool"),
      @Omits(
          value = "the limits of single routes",
          because = "the limit shown is that of the whole pool")
    })
public final class HttpAsyncClient5Probe implements Probe {

  private static final String POOL =
      "org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager";

  @Override
  public String name() {
    return "httpclient5-async";
  }

  @Override
  public void declare(Plan plan) {
    plan.gauges(
            Gauges.of("pool", name())
                .limit("getTotalStats.getMax")
                .inUse("getTotalStats.getLeased")
                .waiting("getTotalStats.getPending"))
        .from(POOL, "lease")
        .until(POOL, "close");
  }
}
