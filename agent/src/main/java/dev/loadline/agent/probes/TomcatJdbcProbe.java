package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/**
 * Tomcat's pool of JDBC connections. What is handed out is a new proxy each time, in front of
 * interceptors of the application's choice, and statements may be the driver's own: so what is held
 * is the pool's record of the connection, which it also takes back from who never returned it, and
 * when statements run is not seen. A new pool lends its first connections to itself.
 */
@AutoService(Probe.class)
@Measures(
    of = "Tomcat JDBC",
    value = Measures.POOL,
    omits =
        @Omits(
            value = "busy time",
            because = "statements may be the driver's own, so that it is not seen when they run"))
public final class TomcatJdbcProbe implements Probe {

  private static final String PACKAGE = "org.apache.tomcat.jdbc.pool.";
  private static final String POOL = PACKAGE + "ConnectionPool";

  @Override
  public String name() {
    return "tomcat-jdbc";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getPoolProperties.getMaxActive")
            .name("getName")
            .generated("Tomcat Connection Pool\\[\\d+-\\d+\\]")
            .timeouts(Timeouts.of(PACKAGE + "PoolExhaustedException"));
    plan.pools(traits)
        .notInside(POOL, "init", 1)
        .acquire(POOL, "borrowConnection", 3)
        .takesBack(POOL, "returnConnection")
        .takesBack(POOL, "release")
        .closed(POOL, "close", 1);
  }
}
