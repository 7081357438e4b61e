package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The semaphore bulkheads of Resilience4j. Their permits are workers: what holds one runs, and
 * nothing is lent out that could be idle. The bulkheads that have threads keep them in a pool of
 * the JDK, which is measured as that.
 */
@AutoService(Probe.class)
public final class Resilience4jBulkheadProbe implements Probe {

  private static final String BULKHEAD =
      "io.github.resilience4j.bulkhead.internal.SemaphoreBulkhead";

  @Override
  public String name() {
    return "resilience4j-bulkhead";
  }

  @Override
  public void declare(Plan plan) {
    plan.slots("getName", "getBulkheadConfig.getMaxConcurrentCalls")
        .permit(BULKHEAD, "tryAcquirePermission|isCallPermitted")
        .permitBack(BULKHEAD, "onComplete|releasePermission");
  }
}
