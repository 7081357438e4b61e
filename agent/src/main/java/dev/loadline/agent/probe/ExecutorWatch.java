package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Queued;
import dev.loadline.agent.meter.Runs;
import dev.loadline.agent.meter.Turns;
import dev.loadline.agent.meter.WorkersMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * All pools of threads under watch. In the life of a JVM only so many names are told apart; the
 * pools beyond are measured together.
 */
public final class ExecutorWatch {

  private static final int MOST = 64;
  private static final int MOST_QUEUED = 1 << 14;

  private final AtomicReference<WatchedExecutor[]> executors =
      new AtomicReference<>(new WatchedExecutor[0]);
  private final WorkersMeter other = new WorkersMeter(System.nanoTime());
  private final Queued queued = new Queued(MOST_QUEUED);
  private final Runs runs = new Runs();
  private final Set<String> retired = new HashSet<>();
  private final AtomicLong folded = new AtomicLong();
  private volatile int spent;
  private final Turns turns;

  ExecutorWatch(Turns turns) {
    this.turns = turns;
  }

  private WatchedExecutor[] all() {
    return Objects.requireNonNull(executors.get());
  }

  private @Nullable WatchedExecutor find(Object pool) {
    int hash = System.identityHashCode(pool);
    for (WatchedExecutor executor : all()) {
      if (executor.is(pool, hash)) {
        return executor;
      }
    }
    return null;
  }

  /** Null if there are too many. */
  private @Nullable WatchedExecutor of(Object pool, ProbeState probe, long now) {
    WatchedExecutor known = find(pool);
    while (known == null) {
      WatchedExecutor[] before = all();
      if (before.length + spent >= MOST) {
        return null;
      }
      WatchedExecutor[] next = Arrays.copyOf(before, before.length + 1);
      next[before.length] = new WatchedExecutor(probe, pool, new WorkersMeter(now));
      executors.compareAndSet(before, next);
      known = find(pool);
    }
    return known;
  }

  private WorkersMeter meter(@Nullable WatchedExecutor executor) {
    return executor == null ? other : executor.meter();
  }

  void submitted(Object pool, ProbeState probe, Object task, long now) {
    long turn = turns.current(Thread.currentThread().getId());
    queued.put(task, meter(of(pool, probe, now)), now, turn);
  }

  /** What is turned away waits no longer. */
  void rejected(Object pool, ProbeState probe, Object task, long now, int stripe) {
    WatchedExecutor executor = of(pool, probe, now);
    WorkersMeter meter = meter(executor);
    meter.rejected(stripe);
    queued.take(task, meter);
  }

  boolean forces(Object pool) {
    WatchedExecutor executor = find(pool);
    return executor != null && executor.forces();
  }

  /** The thread begins to run a task of its pool. */
  void started(Object pool, ProbeState probe, Object task, long now) {
    Thread thread = Thread.currentThread();
    int stripe = (int) thread.getId();
    long key = Runs.key(thread.getId(), pool);
    WorkersMeter meter = runs.meterOf(key);
    if (meter == null) {
      WatchedExecutor executor = of(pool, probe, now);
      if (executor == null) {
        folded.incrementAndGet();
      } else {
        executor.worker(thread);
      }
      meter = meter(executor);
    }
    runs.begin(key, meter, now, stripe);
    if (task instanceof Delayed && task.getClass().getClassLoader() == null) {
      meter.waited(-((Delayed) task).getDelay(TimeUnit.NANOSECONDS), stripe);
      return;
    }
    turns.lend(thread.getId(), queued.turnOf(task, meter));
    long since = queued.take(task, meter);
    if (since != Queued.UNKNOWN) {
      meter.reached(since);
      meter.waited(now - since, stripe);
    }
  }

  /** The thread is ready for another task of its pool, or with {@code leaves} for none. */
  void ended(Object pool, long now, boolean leaves) {
    long thread = Thread.currentThread().getId();
    long key = Runs.key(thread, pool);
    turns.giveBack(thread, now);
    if (leaves) {
      runs.leave(key, now, (int) thread);
    } else {
      runs.end(key, now, (int) thread);
    }
  }

  /** Lets go of pools that are no more and of tasks that were removed. */
  void tidy(long now) {
    WatchedExecutor[] all = all();
    boolean full = all.length + spent >= MOST;
    for (WatchedExecutor executor : all) {
      executor.settle(now);
      if (executor.gone() || (full && executor.terminated())) {
        retire(executor);
      }
    }
    other.queue(true, false);
    other.settle(now);
    queued.tidy(now);
  }

  private void retire(WatchedExecutor gone) {
    String name = gone.name();
    if (name != null && retired.add(name)) {
      spent = retired.size();
    }
    while (true) {
      WatchedExecutor[] before = all();
      List<WatchedExecutor> left = new ArrayList<>(Arrays.asList(before));
      left.remove(gone);
      if (executors.compareAndSet(before, left.toArray(new WatchedExecutor[0]))) {
        return;
      }
    }
  }

  void forget(long now) {
    queued.forget();
    runs.forget(now);
  }

  /** The pools in the order in which they were first used. */
  public List<WatchedExecutor> executors() {
    return Arrays.asList(all());
  }

  /** The pools beyond the limit, together. */
  public WorkersMeter other() {
    return other;
  }

  /** Threads of pools beyond the limit, counted as they began to work. */
  public long folded() {
    return folded.get();
  }

  /** Waits and runs that could not be followed because there were too many. */
  public long untracked() {
    return queued.untracked() + runs.untracked();
  }
}
