package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Ehcache 3, by the names under which a manager has its caches: what {@code get} and {@code getAll}
 * find. What conditional writes find is no lookup here, though Ehcache counts it too. Caches with a
 * loader are left out, for nothing tells what they had from what they loaded.
 */
@AutoService(Probe.class)
@Measures(
    of = "Ehcache 3",
    value = "cache: hits and misses of get and getAll, by the name under which the manager has it",
    omits = {
      @Omits(value = "limit and entries", because = "tiers have several, of different units"),
      @Omits(
          value = "caches with a loader",
          because = "nothing tells what they had from what they loaded")
    })
public final class EhcacheProbe implements Probe {

  private static final String PACKAGE = "org.ehcache.core.";
  private static final String CACHE = PACKAGE + "Ehcache";
  private static final String BULK = "addBulkMethodEntriesCount";
  private static final String HITS = "GET_ALL_HITS";
  private static final String MISSES = "GET_ALL_MISS";

  @Override
  public String name() {
    return "ehcache";
  }

  @Override
  public void declare(Plan plan) {
    plan.cachesUnless("getCacheLoaderWriter")
        .named(PACKAGE + "EhcacheManager", "createNewEhcache", CACHE)
        .lookup(CACHE, "doGet|get", 1)
        .bulk(CACHE, BULK, CACHE, HITS, MISSES)
        .bulk(PACKAGE + "EhcacheBase", BULK, CACHE, HITS, MISSES);
  }
}
