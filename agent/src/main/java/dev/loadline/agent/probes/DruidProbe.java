package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/** Alibaba's Druid, whose way of waiting for a given time is public and called by the plain one. */
@AutoService(Probe.class)
@Measures(
    of = "Alibaba Druid",
    value = {Measures.POOL, Measures.BUSY})
public final class DruidProbe implements Probe {

  private static final String PACKAGE = "com.alibaba.druid.pool.";
  private static final String POOL = PACKAGE + "DruidDataSource";
  private static final String CONNECTION = PACKAGE + "DruidPooledConnection";

  @Override
  public String name() {
    return "druid";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getMaxActive")
            .name("getName")
            .generated("DataSource-\\d+")
            .timeouts(Timeouts.of(PACKAGE + "GetConnectionTimeoutException"));
    plan.pools(traits)
        .acquire(POOL, "getConnection")
        .acquire(POOL, "getConnection", 1)
        .acquire(POOL, "getConnectionDirect", 1)
        .release(CONNECTION, "close")
        .busy(CONNECTION, "commit")
        .busy(CONNECTION, "rollback")
        .statement(PACKAGE + "DruidPooledStatement", "execute")
        .statement(PACKAGE + "DruidPooledPreparedStatement", "execute")
        .closed(POOL, "close");
  }
}
