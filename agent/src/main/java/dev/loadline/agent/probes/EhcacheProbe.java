package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Ehcache 3, by the names under which a manager has its caches: what {@code get} and {@code getAll}
 * find. What conditional writes find is no lookup here, though Ehcache counts it too. Caches with a
 * loader are left out, for nothing tells what they had from what they loaded.
 */
@AutoService(Probe.class)
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
        .cacheNamed(PACKAGE + "EhcacheManager", "createNewEhcache", CACHE)
        .lookup(CACHE, "doGet|get", 1)
        .bulk(CACHE, BULK, CACHE, HITS, MISSES)
        .bulk(PACKAGE + "EhcacheBase", BULK, CACHE, HITS, MISSES);
  }
}
