package dev.loadline.agent.expose;

import dev.loadline.agent.meter.WorkersMeter;
import dev.loadline.agent.probe.ExecutorWatch;
import dev.loadline.agent.probe.WatchedExecutor;
import java.util.HashSet;
import java.util.Set;

/** The pools of threads whose every task is measured. */
final class ExecutorFamilies {

  private static final String KIND = "workers";

  private ExecutorFamilies() {}

  static void add(ExecutorWatch watch, ResourceFamilies resources, long now) {
    Set<String> taken = new HashSet<>();
    for (WatchedExecutor executor : watch.executors()) {
      String name = executor.name();
      if (name != null) {
        add(executor, PoolFamilies.unique(name, taken), resources, now);
      }
    }
    WorkersMeter other = watch.other();
    if (other.started() > 0) {
      resources.workers(other, now, KIND, PoolFamilies.unique("other", taken), "jdk-executor");
    }
  }

  private static void add(
      WatchedExecutor executor, String name, ResourceFamilies resources, long now) {
    String[] labels = {KIND, name, executor.library()};
    Integer limit = executor.limit();
    Integer waiting = executor.waiting();
    if (limit != null) {
      resources.limit(limit, labels);
    }
    if (waiting != null) {
      resources.waiting(waiting, labels);
    }
    if (executor.tellsRejected()) {
      resources.rejected(executor.meter().rejected(), labels);
    }
    resources.workers(executor.meter(), now, labels);
  }
}
