package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/** Guava's cache. A lookup that waits for the load of another is a miss, as Guava counts it. */
@AutoService(Probe.class)
@Measures(
    of = "Guava cache",
    value = Measures.CACHE,
    omits = {
      @Omits(
          value = "bulk lookups",
          because = "a single call of them finds some values and loads others"),
      @Omits(
          value = "the limit of a cache that weighs its entries",
          because = "what is in use is a number of entries")
    })
public final class GuavaCacheProbe implements Probe {

  private static final String CACHE = "com.google.common.cache.LocalCache";

  @Override
  public String name() {
    return "guava";
  }

  @Override
  public void declare(Plan plan) {
    plan.caches("maxWeight", "customWeigher", "longSize")
        .lookup(CACHE, "getIfPresent", 1)
        .compute(CACHE, "get", 2)
        .load(CACHE + "$Segment", "loadSync")
        .load(CACHE + "$Segment", "waitForLoadingValue")
        .aside(CACHE + "$Segment", "scheduleRefresh");
  }
}
