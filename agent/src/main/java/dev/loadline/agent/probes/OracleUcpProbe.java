package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/**
 * Oracle's Universal Connection Pool. What an application gets is a proxy made anew each time; what
 * is held is the pool's own record of the connection. When statements run is not seen.
 */
@AutoService(Probe.class)
@Measures(
    of = "Oracle Universal Connection Pool",
    value = Measures.POOL,
    omits =
        @Omits(
            value = "busy time",
            because = "the classes of statements are made for each driver and version"))
public final class OracleUcpProbe implements Probe {

  private static final String POOL = "oracle.ucp.common.UniversalConnectionPoolImpl";

  private static final int ALL_IN_USE = 45064;

  @Override
  public String name() {
    return "oracle-ucp";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getMaxPoolSize")
            .name("getName")
            .generated("UniversalConnectionPool\\(.*")
            .timeouts(
                Timeouts.of()
                    .coded(
                        "oracle.ucp.UniversalConnectionPoolException", "getErrorCode", ALL_IN_USE));
    plan.pools(traits)
        .acquire(POOL, "borrowConnection", 1)
        .takesBack(POOL, "returnConnection")
        .takesBack(POOL, "closeConnection")
        .closed("oracle.ucp.common.UniversalConnectionPoolBase", "stop");
  }
}
