package dev.loadline.agent.expose;

import dev.loadline.agent.probe.ThreadNames;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Fork-join pools, the common one too, found by their threads; what they tell of themselves is read
 * at each reading and nothing is hooked. A pool that never had a thread at a reading is not shown.
 */
final class ForkJoinFamilies {

  private static final int MOST = 64;
  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  private final Map<String, WeakReference<ForkJoinPool>> pools = new LinkedHashMap<>();
  private boolean virtual;

  void add(ResourceFamilies resources) {
    for (Thread thread : threads()) {
      if (thread instanceof ForkJoinWorkerThread) {
        if (thread.getClass().getName().equals(CARRIER)) {
          virtual = true;
        } else {
          find(((ForkJoinWorkerThread) thread).getPool(), thread.getName());
        }
      }
    }
    for (Map.Entry<String, WeakReference<ForkJoinPool>> entry : pools.entrySet()) {
      ForkJoinPool pool = entry.getValue().get();
      if (pool != null && !pool.isTerminated()) {
        add(pool, resources, "workers", entry.getKey(), "jdk-forkjoin");
      }
    }
    if (virtual) {
      VirtualThreads.add(resources);
    }
  }

  private static void add(ForkJoinPool pool, ResourceFamilies resources, String... labels) {
    resources.limit(pool.getParallelism(), labels);
    resources.inUse(pool.getActiveThreadCount(), labels);
    resources.waiting(
        (double) (pool.getQueuedTaskCount() + pool.getQueuedSubmissionCount()), labels);
  }

  /** A name that was ever shown stays that of its pool, and is free again when the pool is gone. */
  private void find(ForkJoinPool pool, String thread) {
    String name = ThreadNames.prefix(thread);
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, WeakReference<ForkJoinPool>> entry : pools.entrySet()) {
      ForkJoinPool known = entry.getValue().get();
      if (known == pool) {
        return;
      }
      if (known != null && !known.isTerminated()) {
        taken.add(entry.getKey());
      }
    }
    String unique = PoolFamilies.unique(name, taken);
    if (pools.size() < MOST || pools.containsKey(unique)) {
      pools.put(unique, new WeakReference<>(pool));
    }
  }

  private static Thread[] threads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    for (ThreadGroup parent = root; parent != null; parent = parent.getParent()) {
      root = parent;
    }
    Thread[] threads = new Thread[root.activeCount() * 2 + 64];
    int found = root.enumerate(threads);
    return java.util.Arrays.copyOf(threads, found);
  }
}
