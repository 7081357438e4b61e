package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/**
 * C3P0. A data source keeps a pool for each pair of user and password, each with the whole limit;
 * the one without is measured.
 */
@AutoService(Probe.class)
@Measures(
    of = "C3P0",
    value = {Measures.POOL, Measures.BUSY},
    omits =
        @Omits(
            value = "connections asked for with a user and a password",
            because = "each such pair has a pool of its own with the whole limit"))
public final class C3p0Probe implements Probe {

  private static final String PACKAGE = "com.mchange.v2.c3p0.impl.";
  private static final String POOL = PACKAGE + "AbstractPoolBackedDataSource";
  private static final String CONNECTION = PACKAGE + "NewProxyConnection";
  private static final String SINCE_0_11 = PACKAGE + "AbstractNewProxyConnection";

  @Override
  public String name() {
    return "c3p0";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getConnectionPoolDataSource.getMaxPoolSize")
            .name("getDataSourceName")
            .generated("[0-9a-z]+\\|[0-9a-f]+")
            .timeouts(Timeouts.of("com.mchange.v2.resourcepool.TimeoutException"));
    plan.pools(traits)
        .acquire(POOL, "getConnection")
        .releaseOfAny("close", CONNECTION, SINCE_0_11)
        .busy(CONNECTION, "commit")
        .busy(CONNECTION, "rollback")
        .busy(SINCE_0_11, "commit")
        .busy(SINCE_0_11, "rollback")
        .statement(PACKAGE + "NewProxyStatement", "execute")
        .statement(PACKAGE + "NewProxyPreparedStatement", "execute")
        .statement(PACKAGE + "NewProxyCallableStatement", "execute")
        .closed(POOL, "close");
  }
}
