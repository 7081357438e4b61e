package dev.loadline.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Pools of threads with tasks of known length, and a ledger of them. */
final class ExecutorApp {

  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final List<Object> ALIVE = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "many" -> many();
      case "virtual" -> virtual();
      default -> all();
    }
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }

  private static void all() throws Exception {
    known("warm", pool("warm-", 1, new LinkedBlockingQueue<>()), 1, 1);
    known("orders", pool("orders-pool-1-thread-", 3, new LinkedBlockingQueue<>()), 10, 100);
    known("quiet", new Quiet(), 4, 50);
    throwing();
    rejecting();
    scheduled();
    stuck();
    forkJoin();
  }

  private static ThreadPoolExecutor pool(String name, int most, BlockingQueue<Runnable> queue) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(most, most, 1, TimeUnit.MINUTES, queue, new Named(name));
    ALIVE.add(pool);
    return pool;
  }

  /** Tasks of known length, all brought at once; the ledger in nanoseconds. */
  private static void known(String name, ThreadPoolExecutor pool, int tasks, long millis)
      throws InterruptedException {
    AtomicLong waited = new AtomicLong();
    AtomicLong ran = new AtomicLong();
    CountDownLatch all = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      long brought = System.nanoTime();
      pool.execute(
          () -> {
            long started = System.nanoTime();
            waited.addAndGet(started - brought);
            pause(millis);
            ran.addAndGet(System.nanoTime() - started);
            all.countDown();
          });
    }
    all.await();
    idle(pool, tasks);
    System.out.println(name + "-waited " + waited + "\n" + name + "-ran " + ran);
  }

  private static void idle(ThreadPoolExecutor pool, long completed) {
    while (pool.getCompletedTaskCount() < completed) {
      pause(1);
    }
    pause(5);
  }

  private static void throwing() {
    ThreadPoolExecutor pool = pool("thrower-", 1, new LinkedBlockingQueue<>());
    for (int i = 0; i < 3; i++) {
      pool.execute(
          () -> {
            throw new IllegalStateException("by design");
          });
    }
    idle(pool, 3);
  }

  private static void rejecting() {
    int refused = bring(pool("bounded-", 1, new ArrayBlockingQueue<>(2)), 10);
    System.out.println("refused " + refused);
    ThreadPoolExecutor oldest = pool("oldest-", 1, new ArrayBlockingQueue<>(2));
    oldest.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
    bring(oldest, 10);
    ThreadPoolExecutor caller = pool("caller-", 1, new ArrayBlockingQueue<>(1));
    caller.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    Thread main = Thread.currentThread();
    for (int i = 0; i < 5; i++) {
      caller.execute(() -> forever(main));
    }
  }

  private static int bring(ThreadPoolExecutor pool, int tasks) {
    int refused = 0;
    for (int i = 0; i < tasks; i++) {
      try {
        pool.execute(() -> forever(null));
      } catch (RejectedExecutionException full) {
        refused++;
      }
    }
    return refused;
  }

  /** Two tasks due at one moment; the first runs for 200 ms, so long waits the second. */
  private static void scheduled() throws Exception {
    ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1, new Named("timer-"));
    ALIVE.add(pool);
    AtomicLong late = new AtomicLong();
    CountDownLatch both = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
      ALIVE.add(
          pool.schedule(
              () -> {
                late.addAndGet(System.nanoTime() - due);
                pause(200);
                both.countDown();
              },
              100,
              TimeUnit.MILLISECONDS));
    }
    both.await();
    idle(pool, 2);
    System.out.println("timer-waited " + late);
    ALIVE.add(pool.schedule(() -> {}, 1, TimeUnit.DAYS));
  }

  private static void stuck() {
    ThreadPoolExecutor pool = pool("stuck-", 2, new LinkedBlockingQueue<>());
    bring(pool, 7);
    ALIVE.add(java.util.concurrent.Executors.newCachedThreadPool(new Named("cached-")));
    ((ThreadPoolExecutor) ALIVE.get(ALIVE.size() - 1)).execute(() -> {});
    while (pool.getActiveCount() < 2) {
      pause(1);
    }
  }

  private static void forkJoin() {
    ForkJoinPool pool = new ForkJoinPool(2);
    ALIVE.add(pool);
    for (int i = 0; i < 5; i++) {
      pool.execute(() -> forever(null));
    }
    while (pool.getQueuedSubmissionCount() + pool.getQueuedTaskCount() != 3) {
      pause(1);
    }
  }

  /** More pools than are told apart, each with one task that does not end. */
  private static void many() {
    for (int i = 0; i < 70; i++) {
      ThreadPoolExecutor pool = pool("p" + i + "x-", 1, new LinkedBlockingQueue<>());
      pool.execute(() -> forever(null));
      while (pool.getActiveCount() < 1) {
        pause(1);
      }
    }
  }

  /** 100,000 virtual threads, each of which brings a task to a pool of two. */
  private static void virtual() throws Exception {
    int many = 100_000;
    ThreadPoolExecutor pool = pool("sink-", 2, new LinkedBlockingQueue<>());
    CountDownLatch done = new CountDownLatch(2 * many);
    java.lang.reflect.Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    for (int i = 0; i < many; i++) {
      Runnable life =
          () -> {
            pool.execute(done::countDown);
            pause(1);
            done.countDown();
          };
      start.invoke(null, life);
    }
    System.out.println(done.await(15, TimeUnit.SECONDS) ? "finished" : "hung");
    idle(pool, many);
  }

  private static void forever(@Nullable Thread unless) {
    if (Thread.currentThread() != unless) {
      boolean interrupted = false;
      while (!interrupted) {
        try {
          NEVER.await();
        } catch (InterruptedException end) {
          interrupted = true;
        }
      }
    }
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** Overrides what a subclass may, and does not call what it overrides. */
  private static final class Quiet extends ThreadPoolExecutor {

    Quiet() {
      super(2, 2, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), new Named("quiet-"));
      ALIVE.add(this);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {}

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {}

    @Override
    protected void terminated() {}
  }

  private static final class Named implements ThreadFactory {

    private final String prefix;
    private final AtomicInteger number = new AtomicInteger();

    Named(String prefix) {
      this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler((dead, thrown) -> {});
      return thread;
    }
  }

  private ExecutorApp() {}
}
