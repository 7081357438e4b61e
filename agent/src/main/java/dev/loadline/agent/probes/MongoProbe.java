package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The pools of MongoDB's drivers, one for each server of the cluster: of the blocking driver from
 * 3.12 on, of the reactive one from 4.11 on, for only then the pool keeps the operation that asked.
 * A wait includes opening the connection.
 */
@AutoService(Probe.class)
@Measures(
    of = "MongoDB driver",
    value = Measures.POOL,
    omits = {
      @Omits(
          value = "the reactive driver before 4.11",
          because = "its pool does not keep the operation that asked"),
      @Omits(
          value = "the names of pools",
          because = "they have none; they are numbered in the order of first use")
    })
public final class MongoProbe implements Probe {

  private static final String POOL = "com.mongodb.internal.connection.DefaultConnectionPool";

  @Override
  public String name() {
    return "mongodb";
  }

  @Override
  public void declare(Plan plan) {
    plan.leases("settings", "getMaxSize")
        .leased(POOL, "get")
        .checkedOut(POOL, "getAsync", "connectionCheckedOut", "checkOutFailed")
        .returned(POOL + "$PooledConnection", "close", 0)
        .closed(POOL, "close");
  }
}
