package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/**
 * Commons DBCP 2. What is handed out wraps a connection of the pool, and each of its statements
 * wraps one of that; only the outer ones are held. Managed pools, which keep a connection beyond
 * its close, are left to what is seen of the object pool inside them.
 */
@AutoService(Probe.class)
@Measures(
    of = "Commons DBCP 2",
    value = {Measures.POOL, Measures.BUSY},
    omits =
        @Omits(
            value = "`BasicManagedDataSource`",
            because = "it keeps a connection beyond its close, until the transaction ends"))
public final class Dbcp2Probe implements Probe {

  private static final String PACKAGE = "org.apache.commons.dbcp2.";
  private static final String POOL = PACKAGE + "BasicDataSource";
  private static final String CONNECTION = PACKAGE + "DelegatingConnection";

  @Override
  public String name() {
    return "dbcp2";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getMaxTotal")
            .name("getJmxName")
            .except(PACKAGE + "managed.BasicManagedDataSource")
            .timeouts(Timeouts.of().saying("Timeout waiting for idle object", "Pool exhausted"));
    plan.pools(traits)
        .acquire(POOL, "getConnection")
        .release(PACKAGE + "PoolingDataSource$PoolGuardConnectionWrapper", "close")
        .busy(CONNECTION, "commit")
        .busy(CONNECTION, "rollback")
        .statement(PACKAGE + "DelegatingStatement", "execute")
        .statement(PACKAGE + "DelegatingPreparedStatement", "execute")
        .closed(POOL, "close");
  }
}
