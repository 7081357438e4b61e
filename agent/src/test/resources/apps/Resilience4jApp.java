import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.SemaphoreBasedRateLimiter;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A limiter that refuses, one that makes wait, and a bulkhead of two. */
public final class Resilience4jApp {

  static final List<Object> kept = new ArrayList<>();
  static long insideNanos;
  static long aroundNanos;

  public static void main(String[] arguments) throws Exception {
    limiters();
    reservations();
    semaphores();
    bulkhead();
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static void limiters() {
    Runnable refusing = limited("refusing", 5, Duration.ofHours(1), Duration.ZERO);
    int refused = 0;
    for (int i = 0; i < 12; i++) {
      refused += passes(refusing) ? 0 : 1;
    }
    System.out.println("refused " + refused);
    Runnable waiting = limited("waiting", 1, Duration.ofMillis(200), Duration.ofSeconds(20));
    for (int i = 0; i < 3; i++) {
      waiting.run();
    }
  }

  private static Runnable limited(String name, int permits, Duration period, Duration timeout) {
    RateLimiter limiter = RateLimiter.of(name, config(permits, period, timeout));
    kept.add(limiter);
    return RateLimiter.decorateRunnable(limiter, () -> {});
  }

  private static RateLimiterConfig config(int permits, Duration period, Duration timeout) {
    return RateLimiterConfig.custom()
        .limitForPeriod(permits)
        .limitRefreshPeriod(period)
        .timeoutDuration(timeout)
        .build();
  }

  private static void reservations() throws ReflectiveOperationException {
    RateLimiter limiter = RateLimiter.of("reserving", config(1, Duration.ofMinutes(1), Duration.ofSeconds(90)));
    kept.add(limiter);
    long nanos = 0;
    int refused = 0;
    for (int i = 0; i < 4; i++) {
      long wait = reserve(limiter);
      nanos += Math.max(0, wait);
      refused += wait < 0 ? 1 : 0;
    }
    System.out.println("reserved " + nanos / 1e9);
    System.out.println("unreserved " + refused);
  }

  /** Versions differ in what they want to know. */
  private static long reserve(RateLimiter limiter) throws ReflectiveOperationException {
    for (Method method : RateLimiter.class.getMethods()) {
      if (method.getName().equals("reservePermission")) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 0) {
          return (Long) method.invoke(limiter);
        }
        return (Long)
            method.invoke(limiter, types[0] == int.class ? (Object) 1 : Duration.ofSeconds(90));
      }
    }
    throw new NoSuchMethodException("reservePermission");
  }

  private static void semaphores() {
    RateLimiter limiter =
        new SemaphoreBasedRateLimiter("semaphore", config(2, Duration.ofHours(1), Duration.ZERO));
    kept.add(limiter);
    Runnable runnable = RateLimiter.decorateRunnable(limiter, () -> {});
    for (int i = 0; i < 5; i++) {
      passes(runnable);
    }
  }

  private static boolean passes(Runnable runnable) {
    try {
      runnable.run();
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  private static void bulkhead() throws Exception {
    Bulkhead bulkhead =
        Bulkhead.of("two", BulkheadConfig.custom().maxConcurrentCalls(2).build());
    kept.add(bulkhead);
    Runnable third = Bulkhead.decorateRunnable(bulkhead, () -> {});
    Runnable second = Bulkhead.decorateRunnable(bulkhead, () -> hold(third));
    Runnable first = Bulkhead.decorateRunnable(bulkhead, () -> around(second));
    long from = System.nanoTime();
    first.run();
    aroundNanos += System.nanoTime() - from;
    System.out.println("inside " + insideNanos / 1e9);
    System.out.println("around " + aroundNanos / 1e9);
  }

  private static void around(Runnable second) {
    long from = System.nanoTime();
    pause(100);
    second.run();
    long took = System.nanoTime() - from;
    aroundNanos += took;
    insideNanos += took;
  }

  private static void hold(Runnable third) {
    long from = System.nanoTime();
    System.out.println("third " + passes(third));
    pause(150);
    insideNanos += System.nanoTime() - from;
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
