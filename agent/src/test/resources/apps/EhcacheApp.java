import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ehcache.Cache;
import org.ehcache.CacheManager;
import org.ehcache.config.builders.CacheConfigurationBuilder;
import org.ehcache.config.builders.CacheManagerBuilder;
import org.ehcache.config.builders.ResourcePoolsBuilder;
import org.ehcache.spi.loaderwriter.CacheLoaderWriter;
import org.ehcache.spi.service.Service;

/** Caches with known lookups: one of the configuration, one made later, one with a loader. */
public final class EhcacheApp {

  static CacheManager manager;
  private static long hits;
  private static long misses;

  public static void main(String[] arguments) throws Exception {
    Service statistics = statistics();
    CacheManagerBuilder<CacheManager> builder =
        CacheManagerBuilder.newCacheManagerBuilder()
            .withCache("configured", config(1000).build());
    manager = (statistics == null ? builder : builder.using(statistics)).build(true);
    drive(manager.getCache("configured", Integer.class, String.class), "configured");
    drive(manager.createCache("later", config(1000).build()), "later");
    Cache<Integer, String> loading =
        manager.createCache("loading", config(10).withLoaderWriter(new Loader()).build());
    loading.get(1);
    loading.getAll(new HashSet<>(Arrays.asList(1, 2)));
    if (statistics != null) {
      tell(statistics, "configured");
      tell(statistics, "later");
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static CacheConfigurationBuilder<Integer, String> config(long entries) {
    return CacheConfigurationBuilder.newCacheConfigurationBuilder(
        Integer.class, String.class, ResourcePoolsBuilder.heap(entries));
  }

  private static void drive(Cache<Integer, String> cache, String name) {
    hits = 0;
    misses = 0;
    for (int i = 0; i < 300; i++) {
      get(cache, i);
      cache.put(i, "value " + i);
      get(cache, i);
      get(cache, i + 400);
    }
    for (int from = 0; from < 600; from += 200) {
      Set<Integer> keys = new HashSet<>();
      for (int i = from; i < from + 200; i++) {
        keys.add(i);
      }
      for (Map.Entry<Integer, String> found : cache.getAll(keys).entrySet()) {
        count(found.getValue());
      }
    }
    cache.containsKey(1);
    System.out.println(name + "-hits " + hits);
    System.out.println(name + "-misses " + misses);
  }

  private static void get(Cache<Integer, String> cache, int key) {
    count(cache.get(key));
  }

  private static void count(String found) {
    if (found == null) {
      misses++;
    } else {
      hits++;
    }
  }

  /** The library's own, where it has any. */
  private static Service statistics() throws ReflectiveOperationException {
    for (String place : new String[] {"core", "impl"}) {
      try {
        return (Service)
            Class.forName("org.ehcache." + place + ".internal.statistics.DefaultStatisticsService")
                .getConstructor()
                .newInstance();
      } catch (ClassNotFoundException elsewhere) {
        continue;
      }
    }
    return null;
  }

  private static void tell(Service statistics, String name) throws ReflectiveOperationException {
    Method of = statistics.getClass().getMethod("getCacheStatistics", String.class);
    Object own = of.invoke(statistics, name);
    for (String what : new String[] {"Hits", "Misses"}) {
      Method count = own.getClass().getMethod("getCache" + what);
      count.setAccessible(true);
      System.out.println(name + "-library-" + what + " " + count.invoke(own));
    }
  }

  private static final class Loader implements CacheLoaderWriter<Integer, String> {

    @Override
    public String load(Integer key) {
      return "loaded";
    }

    @Override
    public Map<Integer, String> loadAll(Iterable<? extends Integer> keys) {
      Map<Integer, String> all = new HashMap<>();
      for (Integer key : keys) {
        all.put(key, "loaded");
      }
      return all;
    }

    @Override
    public void write(Integer key, String value) {}

    @Override
    public void writeAll(Iterable<? extends Map.Entry<? extends Integer, ? extends String>> all) {}

    @Override
    public void delete(Integer key) {}

    @Override
    public void deleteAll(Iterable<? extends Integer> keys) {}
  }
}
