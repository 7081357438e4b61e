import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/**
 * A pool of two: known waits and holds, a timeout, a cancellation, units given back by other threads;
 * what it prints are bounds that hold however slow the machine is.
 */
public final class ReactorPoolApp {

  private static final int MANY = 2000;
  private static final int POOLS = 70;

  private static final List<InstrumentedPool<Object>> KEPT = new ArrayList<>();
  private static final AtomicLong HANDLED = new AtomicLong();
  private static long heldLow;
  private static long heldHigh;
  private static long waitedLow;
  private static long waitedHigh;

  public static void main(String[] arguments) throws Exception {
    InstrumentedPool<Object> pool = pool(Mono.fromCallable(Object::new), 2);
    Asked a = new Asked(pool, Duration.ZERO);
    Asked b = new Asked(pool, Duration.ZERO);
    Asked c = new Asked(pool, Duration.ZERO);
    pause(150);
    long from = System.nanoTime();
    elsewhere(() -> a.giveBack(false));
    c.got.await();
    waitedLow += from - c.subscribed;
    Asked d = new Asked(pool, Duration.ofMillis(100));
    d.failed.await();
    waitedLow += TimeUnit.MILLISECONDS.toNanos(99);
    waitedHigh += System.nanoTime() - d.asked;
    Asked e = new Asked(pool, Duration.ZERO);
    pause(60);
    long cancelling = System.nanoTime();
    e.subscription.dispose();
    waitedLow += cancelling - e.subscribed;
    waitedHigh += System.nanoTime() - e.asked;
    elsewhere(() -> b.giveBack(false));
    elsewhere(() -> c.giveBack(true));
    Asked f = new Asked(pool, Duration.ZERO);
    f.giveBack(false);
    System.out.println("held_low " + heldLow);
    System.out.println("held_high " + heldHigh);
    System.out.println("waited_low " + waitedLow);
    System.out.println("waited_high " + waitedHigh);
    System.out.println("granted " + Asked.granted);

    InstrumentedPool<Object> failing = pool(Mono.error(new IllegalStateException("none")), 1);
    new Asked(failing, Duration.ZERO).failed.await();
    InstrumentedPool<Object> busy = pool(Mono.fromCallable(Object::new), 3);
    Flux.range(0, MANY)
        .flatMap(
            i ->
                busy.acquire()
                    .publishOn(Schedulers.parallel())
                    .flatMap(ref -> i % 5 == 0 ? ref.invalidate() : ref.release()),
            64)
        .then()
        .block();
    for (int i = 3; i < POOLS; i++) {
      new Asked(pool(Mono.just(i), Integer.MAX_VALUE), Duration.ZERO).giveBack(false);
    }
    System.out.println("ready");
    System.in.read();
    System.out.println(KEPT.size());
    System.exit(0);
  }

  private static InstrumentedPool<Object> pool(Mono<Object> units, int most) {
    PoolBuilder<Object, ?> builder = PoolBuilder.from(units).releaseHandler(unit -> reset());
    InstrumentedPool<Object> pool =
        most == Integer.MAX_VALUE
            ? builder.sizeUnbounded().buildPool()
            : builder.sizeBetween(0, most).buildPool();
    KEPT.add(pool);
    return pool;
  }

  private static Mono<Void> reset() {
    return Mono.fromRunnable(
        () -> {
          if (KEPT.size() == 1) {
            pause(20);
          }
          HANDLED.set(System.nanoTime());
        });
  }

  private static void elsewhere(Runnable work) throws InterruptedException {
    Thread thread = new Thread(work);
    thread.start();
    thread.join();
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** One request: when it was made, when it was answered. */
  private static final class Asked {

    static int granted;

    final CountDownLatch got = new CountDownLatch(1);
    final CountDownLatch failed = new CountDownLatch(1);
    final long asked = System.nanoTime();
    final Disposable subscription;
    final long subscribed;
    volatile PooledRef<Object> unit;
    volatile long since;

    Asked(InstrumentedPool<Object> pool, Duration timeout) {
      subscription = pool.acquire(timeout).subscribe(this::got, error -> failed.countDown());
      subscribed = System.nanoTime();
    }

    private void got(PooledRef<Object> ref) {
      since = System.nanoTime();
      waitedHigh += since - asked;
      granted++;
      unit = ref;
      got.countDown();
    }

    void giveBack(boolean invalidate) {
      pause(40);
      long giving = System.nanoTime();
      (invalidate ? unit.invalidate() : unit.release()).block();
      heldLow += (invalidate ? giving : HANDLED.get()) - since;
      heldHigh += System.nanoTime() - asked;
    }
  }
}
