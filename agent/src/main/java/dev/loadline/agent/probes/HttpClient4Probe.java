package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The blocking connections of Apache HttpClient from 4.3 on, limited by the total of the pool; a
 * route may have less.
 */
@AutoService(Probe.class)
@Measures(
    of = "Apache HttpClient 4",
    value = Measures.POOL,
    omits = {
      @Omits(
          value = "the limits of single routes",
          because = "the limit shown is that of the whole pool"),
      @Omits(value = "the asynchronous client", because = "its pool is another one")
    })
public final class HttpClient4Probe implements Probe {

  private static final String POOL = "org.apache.http.impl.conn.PoolingHttpClientConnectionManager";

  @Override
  public String name() {
    return "httpclient4";
  }

  @Override
  public void declare(Plan plan) {
    plan.leases("getMaxTotal")
        .leased(POOL, "leaseConnection", 3)
        .returned(POOL, "releaseConnection", 4)
        .closed(POOL, "shutdown");
  }
}
