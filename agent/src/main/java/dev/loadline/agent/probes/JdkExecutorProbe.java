package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The thread pools of the JDK, scheduled ones included. Hooks what no subclass can override: a run
 * lasts from the worker's having a task to its asking for the next one, so that it includes {@code
 * beforeExecute} and {@code afterExecute}.
 */
@AutoService(Probe.class)
@Measures(
    of = "Thread pools of the JDK",
    value = {
      Measures.WORKERS,
      "workers of fork-join pools (`jdk-forkjoin`) and carriers of virtual threads"
          + " (`jdk-virtual-threads`, JDK 24 and later): limit; in use now; waiting"
    },
    omits = {
      @Omits(
          value = "integrals of fork-join pools and carriers",
          because = "these tell their present figures only, which are read at each scrape"),
      @Omits(
          value =
              "tasks that were rejected, where a queue refuses on purpose to have"
                  + " more threads started",
          because = "the queue may take them after all")
    })
public final class JdkExecutorProbe implements Probe {

  @Override
  public String name() {
    return "jdk-executor";
  }

  @Override
  public void declare(Plan plan) {
    plan.threads().executor("java.util.concurrent.ThreadPoolExecutor", false);
  }
}
