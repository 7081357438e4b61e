package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The blocking connections of Apache HttpClient 5, limited by the total of the pool; a route may
 * have less. The class of a request has no name of its own, and its number differs.
 */
@AutoService(Probe.class)
@Measures(
    of = "Apache HttpClient 5",
    value = Measures.POOL,
    omits = {
      @Omits(
          value = "the limits of single routes",
          because = "the limit shown is that of the whole pool"),
      @Omits(value = "the asynchronous client", because = "its pool is another one")
    })
public final class HttpClient5Probe implements Probe {

  private static final String POOL =
      "org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager";

  @Override
  public String name() {
    return "httpclient5";
  }

  @Override
  public void declare(Plan plan) {
    plan.leases("getMaxTotal")
        .requested(POOL, "lease", 4)
        .awaited(POOL + "$1", "get", "cancel")
        .awaited(POOL + "$3", "get", "cancel")
        .returned(POOL, "release", 3)
        .closed(POOL, "close");
  }
}
