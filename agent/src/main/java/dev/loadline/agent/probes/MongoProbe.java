package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The pools of MongoDB's blocking driver from 3.12 on, one for each server of the cluster. A wait
 * includes opening the connection; the reactive driver goes another way and is not measured.
 */
@AutoService(Probe.class)
@Measures(
    of = "MongoDB driver",
    value = Measures.POOL,
    omits = @Omits(value = "the reactive driver", because = "it asks the pool in another way"))
public final class MongoProbe implements Probe {

  private static final String POOL = "com.mongodb.internal.connection.DefaultConnectionPool";

  @Override
  public String name() {
    return "mongodb";
  }

  @Override
  public void declare(Plan plan) {
    plan.leasedByAny(POOL, "get", "settings", "getMaxSize")
        .returned(POOL + "$PooledConnection", "close", 0)
        .closed(POOL, "close");
  }
}
