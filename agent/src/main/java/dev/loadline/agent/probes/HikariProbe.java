package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * HikariCP. Hooks what is public or carries the JDBC names, for the rest is renamed now and then.
 */
@AutoService(Probe.class)
@Measures(
    of = "HikariCP",
    value = {Measures.POOL, Measures.BUSY})
public final class HikariProbe implements Probe {

  private static final String POOL = "com.zaxxer.hikari.HikariDataSource";
  private static final String CONNECTION = "com.zaxxer.hikari.pool.ProxyConnection";

  @Override
  public String name() {
    return "hikaricp";
  }

  @Override
  public void declare(Plan plan) {
    plan.acquire(POOL, "getConnection", "getMaximumPoolSize", "getPoolName")
        .release(CONNECTION, "close")
        .busy(CONNECTION, "commit")
        .busy(CONNECTION, "rollback")
        .statement("com.zaxxer.hikari.pool.ProxyStatement", "execute")
        .statement("com.zaxxer.hikari.pool.ProxyPreparedStatement", "execute")
        .closed(POOL, "close");
  }
}
