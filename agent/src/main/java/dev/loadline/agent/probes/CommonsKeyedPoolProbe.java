package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/**
 * The keyed pools of Commons Pool 2. All keys together are one resource, limited by the pool's
 * total; one with a limit per key only has none, for nobody knows how many keys there will be. The
 * pools of statements that DBCP 2 keeps inside each connection are left alone.
 */
@AutoService(Probe.class)
@Measures(
    of = "Commons Pool 2, keyed pools",
    value = Measures.POOL,
    omits = {
      @Omits(value = "single keys", because = "all keys of a pool together are one resource"),
      @Omits(
          value = "the limit of a key",
          because = "the limit shown is the total; a pool without a total shows none"),
      @Omits(
          value = "the pools of statements in DBCP 2",
          because = "there is one in each connection")
    })
public final class CommonsKeyedPoolProbe implements Probe {

  private static final String POOL = "org.apache.commons.pool2.impl.GenericKeyedObjectPool";
  private static final String STATEMENTS = "org.apache.commons.dbcp2.PoolingConnection";

  @Override
  public String name() {
    return "commons-pool2-keyed";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getMaxTotal")
            .name("getJmxName.getKeyProperty(name)")
            .generated("pool\\d*")
            .timeouts(Timeouts.of().saying("Timeout waiting for idle object", "Pool exhausted"));
    plan.pools(traits)
        .ofAnything()
        .notInside(STATEMENTS, "prepareStatement")
        .notInside(STATEMENTS, "prepareCall")
        .acquire(POOL, "borrowObject", 1)
        .acquire(POOL, "borrowObject", 2)
        .takesBackSecond(POOL, "returnObject")
        .takesBackSecond(POOL, "invalidateObject")
        .closed(POOL, "close");
  }
}
