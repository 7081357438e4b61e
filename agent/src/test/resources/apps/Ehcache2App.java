import java.io.Serializable;
import net.sf.ehcache.Cache;
import net.sf.ehcache.CacheManager;
import net.sf.ehcache.Element;
import net.sf.ehcache.config.CacheConfiguration;
import net.sf.ehcache.config.Configuration;

/** Two caches with known lookups, by keys that are serializable and by keys that are not. */
public final class Ehcache2App {

  private static long hits;
  private static long misses;

  public static void main(String[] arguments) throws Exception {
    Configuration configuration = new Configuration();
    configuration.setUpdateCheck(false);
    configuration.addDefaultCache(new CacheConfiguration("default", 1000));
    CacheManager manager = new CacheManager(configuration);
    drive(manager, "items", 300);
    drive(manager, "orders", 200);
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static void drive(CacheManager manager, String name, int times) throws Exception {
    hits = 0;
    misses = 0;
    manager.addCache(new Cache(new CacheConfiguration(name, 1000)));
    Cache cache = manager.getCache(name);
    Object key = new Object();
    count(cache.get(key));
    cache.put(new Element(key, "value"));
    count(cache.get(key));
    for (int i = 0; i < times; i++) {
      Serializable number = i;
      count(cache.get(number));
      cache.put(new Element(number, "value " + i));
      count(cache.get(number));
      count(cache.get((Object) ("none " + i)));
      cache.getQuiet(number);
    }
    System.out.println(name + "-hits " + hits);
    System.out.println(name + "-misses " + misses);
    tell(cache, name);
  }

  /** What the library counted, where it does so unasked. */
  private static void tell(Cache cache, String name) throws ReflectiveOperationException {
    Object own = cache.getStatistics();
    try {
      Object hit = own.getClass().getMethod("cacheHitCount").invoke(own);
      Object missed = own.getClass().getMethod("cacheMissCount").invoke(own);
      System.out.println(name + "-library-hits " + hit);
      System.out.println(name + "-library-misses " + missed);
    } catch (NoSuchMethodException older) {
      System.out.println(name + " tells nothing");
    }
  }

  private static void count(Element found) {
    if (found == null) {
      misses++;
    } else {
      hits++;
    }
  }
}
