package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/**
 * Agroal, the pool of Quarkus. In a transaction a connection is handed out several times and kept
 * until the end of it; so what is held is the handler behind the wrapper, until it was reset:
 * before the pool's own method returns, somebody else may have it.
 */
@AutoService(Probe.class)
@Measures(
    of = "Agroal",
    value = {Measures.POOL, Measures.BUSY},
    omits =
        @Omits(
            value = "the names of pools",
            because = "Agroal has none; they are numbered in the order of first use"))
public final class AgroalProbe implements Probe {

  private static final String PACKAGE = "io.agroal.pool.";
  private static final String POOL = PACKAGE + "DataSource";
  private static final String CONNECTION = PACKAGE + "wrapper.ConnectionWrapper";

  @Override
  public String name() {
    return "agroal";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getConfiguration.connectionPoolConfiguration.maxSize")
            .unit("getHandler")
            .timeouts(
                Timeouts.of("java.util.concurrent.TimeoutException")
                    .saying("Sorry, acquisition timeout!"));
    plan.pools(traits)
        .acquire(POOL, "getConnection")
        .goesBack(PACKAGE + "ConnectionHandler", "resetConnection")
        .takesBack(PACKAGE + "ConnectionPool", "removeFromPool")
        .busy(CONNECTION, "commit")
        .busy(CONNECTION, "rollback")
        .statement(PACKAGE + "wrapper.StatementWrapper", "execute")
        .statement(PACKAGE + "wrapper.PreparedStatementWrapper", "execute")
        .closed(POOL, "close");
  }
}
