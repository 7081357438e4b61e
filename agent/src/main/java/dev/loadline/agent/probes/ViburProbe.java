package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/**
 * Vibur DBCP. What is handed out is a dynamic proxy, and what is taken back the pool's own record
 * behind it. Everything that an application calls goes through one method of the proxy's handler,
 * so when statements run is not seen.
 */
@AutoService(Probe.class)
@Measures(
    of = "Vibur DBCP",
    value = Measures.POOL,
    omits =
        @Omits(
            value = "busy time",
            because = "all that an application calls goes through one method of a proxy"))
public final class ViburProbe implements Probe {

  private static final String PACKAGE = "org.vibur.dbcp.";
  private static final String POOL = PACKAGE + "ViburDBCPDataSource";

  @Override
  public String name() {
    return "vibur";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getPoolMaxSize")
            .name("getName")
            .generated("p?\\d+")
            .behindProxy(PACKAGE + "pool.ConnHolder")
            .timeouts(
                Timeouts.of("java.sql.SQLTimeoutException")
                    .saying("ouldn't obtain SQL connection"));
    plan.pools(traits)
        .acquire(POOL, "getConnection")
        .takesBack(PACKAGE + "pool.PoolOperations", "restore")
        .closed(POOL, "terminate");
  }
}
