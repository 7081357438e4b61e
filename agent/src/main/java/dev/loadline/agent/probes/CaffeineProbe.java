package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Caffeine. All views of a cache end in these two classes. A lookup that loads is told by what it
 * writes: with bounds after it, without by asking for the function to load with.
 */
@AutoService(Probe.class)
@Measures(
    of = "Caffeine",
    value = Measures.CACHE,
    omits = {
      @Omits(
          value = "bulk lookups",
          because = "a single call of them finds some values and loads others"),
      @Omits(
          value = "the limit of a cache that weighs its entries",
          because = "what is in use is a number of entries")
    })
public final class CaffeineProbe implements Probe {

  private static final String PACKAGE = "com.github.benmanes.caffeine.cache.";
  private static final String BOUNDED = PACKAGE + "BoundedLocalCache";
  private static final String UNBOUNDED = PACKAGE + "UnboundedLocalCache";

  @Override
  public String name() {
    return "caffeine";
  }

  @Override
  public void declare(Plan plan) {
    plan.caches("maximum", "isWeighted", "estimatedSize")
        .lookup(BOUNDED, "getIfPresent", 2)
        .compute(BOUNDED, "computeIfAbsent")
        .load(BOUNDED, "afterWrite")
        .aside(BOUNDED, "afterRead")
        .lookup(UNBOUNDED, "getIfPresent", 2)
        .compute(UNBOUNDED, "computeIfAbsent")
        .load(PACKAGE + "LocalCache", "statsAware", UNBOUNDED);
  }
}
