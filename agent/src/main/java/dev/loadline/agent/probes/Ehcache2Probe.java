package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Ehcache 2, by the names that its caches have: what {@code get} finds, also on behalf of a
 * decorator or of Hibernate. An entry that has expired is a miss, as Ehcache counts it.
 */
@AutoService(Probe.class)
@Measures(
    of = "Ehcache 2",
    value = "cache: hits and misses of get, by the name of the cache",
    omits = {
      @Omits(value = "limit and entries", because = "tiers have several, of different units"),
      @Omits(value = "getAll", because = "Ehcache asks its stores for all keys at once")
    })
public final class Ehcache2Probe implements Probe {

  @Override
  public String name() {
    return "ehcache2";
  }

  @Override
  public void declare(Plan plan) {
    plan.cachesNamed("getName").lookup("net.sf.ehcache.Cache", "get", 1, "java.lang.Object");
  }
}
