import com.google.common.cache.Cache;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.LoadingCache;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Caches with known lookups, beside Guava's own statistics. */
public final class GuavaCacheApp {

  static final AtomicLong lookups = new AtomicLong();
  static final AtomicLong misses = new AtomicLong();
  static LoadingCache<Integer, String> bounded;
  static LoadingCache<Integer, String> unbounded;
  static LoadingCache<Integer, String> refreshing;
  static LoadingCache<Integer, String> weighted;
  static final List<Cache<Integer, String>> many = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      for (int i = 0; i < 70; i++) {
        Cache<Integer, String> cache = CacheBuilder.newBuilder().maximumSize(10).build();
        cache.getIfPresent(1);
        many.add(cache);
      }
    } else {
      exercise();
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {}
  }

  private static void exercise() throws Exception {
    bounded = CacheBuilder.newBuilder().maximumSize(1000).recordStats().build(new Loading());
    unbounded = CacheBuilder.newBuilder().recordStats().build(new Loading());
    drive(bounded, "bounded");
    drive(unbounded, "unbounded");
    dropped();
    System.gc();
    weighted =
        CacheBuilder.newBuilder().maximumWeight(500).weigher((Integer k, String v) -> 5).recordStats()
            .build(new Loading());
    weighted.getUnchecked(3);
    refreshing =
        CacheBuilder.newBuilder().maximumSize(50).refreshAfterWrite(1, TimeUnit.NANOSECONDS)
            .recordStats().build(new Refreshing());
    for (int i = 0; i < 200; i++) {
      refreshing.getUnchecked(i % 10);
    }
    tell("refreshing", refreshing);
  }

  private static void drive(LoadingCache<Integer, String> cache, String name) throws Exception {
    lookups.set(0);
    misses.set(0);
    for (int i = 0; i < 100; i++) {
      get(cache, i);
      get(cache, i);
      ask(cache, i + 50);
    }
    for (int key : new int[] {-1, -1, -2}) {
      try {
        get(cache, key);
      } catch (RuntimeException thrown) {
        lookups.get();
      }
    }
    get(cache, 1_000_000);
    cache.asMap().get(1);
    cache.asMap().get(5000);
    cache.put(200, "put");
    cache.get(200, () -> "unused");
    lookups.incrementAndGet();
    System.out.println(name + "-own-hits " + (lookups.get() - misses.get()));
    System.out.println(name + "-own-misses " + misses.get());
    System.out.println(name + "-alone-hits " + cache.stats().hitCount());
    System.out.println(name + "-alone-misses " + cache.stats().missCount());
    crowd(cache);
    tell(name, cache);
  }

  private static void crowd(LoadingCache<Integer, String> cache) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException stop) {
                  return;
                }
                for (int i = 0; i < 3000; i++) {
                  get(cache, 300 + i / 10);
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void tell(String name, Cache<?, ?> cache) {
    System.out.println(name + "-hits " + cache.stats().hitCount());
    System.out.println(name + "-misses " + cache.stats().missCount());
    System.out.println(name + "-entries " + cache.size());
  }

  private static void dropped() {
    Cache<Integer, String> cache = CacheBuilder.newBuilder().maximumSize(10).build();
    cache.getIfPresent(1);
  }

  private static void get(LoadingCache<Integer, String> cache, int key) {
    lookups.incrementAndGet();
    cache.getUnchecked(key);
  }

  private static void ask(Cache<Integer, String> cache, int key) {
    lookups.incrementAndGet();
    if (cache.getIfPresent(key) == null) {
      misses.incrementAndGet();
    }
  }

  /** Of one key nothing, of another an error, of a third by way of lookups in another cache. */
  private static String load(int key) throws Exception {
    misses.incrementAndGet();
    if (key == -1) {
      return null;
    }
    if (key == -2) {
      throw new IllegalStateException("no such key");
    }
    if (key == 1_000_000) {
      Cache<Integer, String> inner = CacheBuilder.newBuilder().maximumSize(9).build();
      inner.put(1, "inner");
      inner.getIfPresent(1);
      inner.get(1, () -> "unused");
      inner.get(2, () -> "loaded");
      many.add(inner);
    }
    if (key % 50 == 0) {
      Thread.yield();
    }
    return "value " + key;
  }

  private static final class Loading extends CacheLoader<Integer, String> {
    @Override
    public String load(Integer key) throws Exception {
      return GuavaCacheApp.load(key);
    }
  }

  /** Writes to another cache while it reloads, on the thread that reads. */
  private static final class Refreshing extends CacheLoader<Integer, String> {
    private final Cache<Integer, String> side = CacheBuilder.newBuilder().maximumSize(5).build();

    @Override
    public String load(Integer key) {
      return "first";
    }

    @Override
    public ListenableFuture<String> reload(Integer key, String old) {
      side.put(key, old);
      return Futures.immediateFuture("again");
    }
  }
}
