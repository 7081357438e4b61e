package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Origin;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

/**
 * Pools of Commons Pool 2, which Jedis and Lettuce keep their connections in, as far as they are
 * not those of another pool. One that was given a name for JMX has it here; others are called after
 * the library whose connections they hold. Those with keys are another probe's.
 */
@AutoService(Probe.class)
@Measures(
    of = "Commons Pool 2",
    value = Measures.POOL,
    omits =
        @Omits(value = "pools inside another that is measured", because = "they are that one's"))
public final class CommonsPool2Probe implements Probe {

  private static final String POOL = "org.apache.commons.pool2.impl.GenericObjectPool";

  @Override
  public String name() {
    return "commons-pool2";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named(name())
            .limit("getMaxTotal")
            .name("getJmxName.getKeyProperty(name)")
            .generated("pool\\d*")
            .origin(
                Origin.of("getFactory").is("redis.clients.", "jedis").is("io.lettuce.", "lettuce"))
            .timeouts(Timeouts.of().saying("Timeout waiting for idle object", "Pool exhausted"));
    plan.pools(traits)
        .ofAnything()
        .acquireBy(POOL, "borrowObject", "java.time.Duration")
        .takesBack(POOL, "returnObject")
        .takesBack(POOL, "invalidateObject")
        .closed(POOL, "close", 0);
  }
}
