package dev.loadline.agent.probe;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.loadline.agent.meter.WorkersMeter;
import java.lang.ref.WeakReference;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A pool of threads of the application, held weakly, with its meter. */
public final class WatchedExecutor {

  /** Its handler throws in any case, and its {@code execute} may then queue the task after all. */
  private static final String FORCING = "org.apache.tomcat.util.threads.ThreadPoolExecutor";

  private static final String SCHEDULE =
      "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

  private static final int MOST_SCHEDULED = 10_000;

  private static final Getter QUEUE = Getter.of("getQueue");
  private static final Getter QUEUED = Getter.ofInt("getQueueSize");
  private static final Getter MOST = Getter.ofInt("getMaximumPoolSize");
  private static final Getter CORE = Getter.ofInt("getCorePoolSize");
  private static final Getter TERMINATED = Getter.of("isTerminated");

  private final ProbeState probe;
  private final WeakReference<Object> pool;
  private final int hash;
  private final boolean forcing;
  private final WorkersMeter meter;
  private volatile @Nullable String thread;

  WatchedExecutor(ProbeState probe, Object pool, WorkersMeter meter) {
    this.probe = probe;
    this.pool = new WeakReference<>(pool);
    this.hash = System.identityHashCode(pool);
    this.forcing = forcing(pool.getClass());
    this.meter = meter;
  }

  private static boolean forcing(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().equals(FORCING)) {
        return true;
      }
    }
    return false;
  }

  boolean is(Object other, int itsHash) {
    return hash == itsHash && pool.get() == other;
  }

  boolean forces() {
    return forcing;
  }

  boolean gone() {
    return pool.get() == null || !probe.works();
  }

  boolean terminated() {
    Object of = pool.get();
    try {
      return of == null || Boolean.TRUE.equals(TERMINATED.get(of));
    } catch (Throwable unreadable) {
      return false;
    }
  }

  void worker(Thread worker) {
    if (thread == null) {
      thread = worker.getName();
    }
  }

  /** The library that the pool is of. */
  public String library() {
    return probe.name();
  }

  /** Its measures. */
  public WorkersMeter meter() {
    return meter;
  }

  /** What the names of its threads have in common; null while it had none. */
  public @Nullable String name() {
    String first = thread;
    return first == null ? null : ThreadNames.prefix(first);
  }

  /** Whether the count of rejected tasks is right. */
  public boolean tellsRejected() {
    return !forcing || !"jdk-executor".equals(probe.name());
  }

  /** Tasks in the queue now, of scheduled ones those due; null if that cannot be told. */
  public @Nullable Integer waiting() {
    BlockingQueue<?> queue = queue();
    if (queue == null) {
      return number(QUEUED);
    }
    if (!queue.getClass().getName().equals(SCHEDULE)) {
      return queue.size();
    }
    return queue.size() > MOST_SCHEDULED ? null : due(queue);
  }

  private static int due(BlockingQueue<?> queue) {
    int due = 0;
    for (Object task : queue.toArray()) {
      due += task instanceof Delayed && ((Delayed) task).getDelay(NANOSECONDS) <= 0 ? 1 : 0;
    }
    return due;
  }

  /**
   * How many threads it may have. A queue of the JDK that never refuses takes every task before a
   * thread beyond the core is made, so that the core is the limit. Null if there is none.
   */
  public @Nullable Integer limit() {
    Object of = pool.get();
    BlockingQueue<?> queue = queue();
    if (of == null || queue == null) {
      return number(MOST);
    }
    try {
      boolean endless =
          queue.getClass().getClassLoader() == null
              && (long) queue.remainingCapacity() + queue.size() >= Integer.MAX_VALUE;
      int most = endless ? Math.max(1, CORE.number(of)) : MOST.number(of);
      return most == Integer.MAX_VALUE ? null : most;
    } catch (Throwable unreadable) {
      return null;
    }
  }

  /** Of a pool that does not show its queue. */
  private @Nullable Integer number(Getter getter) {
    Object of = pool.get();
    try {
      int number = of == null ? -1 : getter.number(of);
      return number < 0 || number == Integer.MAX_VALUE ? null : number;
    } catch (Throwable unreadable) {
      return null;
    }
  }

  void settle(long now) {
    BlockingQueue<?> queue = queue();
    Integer hidden = queue == null ? number(QUEUED) : null;
    meter.queue(
        queue == null ? hidden == null || hidden == 0 : queue.isEmpty(),
        queue instanceof LinkedBlockingQueue || queue instanceof ArrayBlockingQueue);
    meter.settle(now);
  }

  private @Nullable BlockingQueue<?> queue() {
    Object of = pool.get();
    try {
      Object queue = of == null ? null : QUEUE.get(of);
      return queue instanceof BlockingQueue ? (BlockingQueue<?>) queue : null;
    } catch (Throwable unreadable) {
      return null;
    }
  }
}
