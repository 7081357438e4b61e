package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The pool of threads of JBoss Threads, from 3.5 on: that of Undertow's workers, WildFly and
 * Quarkus. A task that an executor of the application takes over is not counted as rejected.
 */
@AutoService(Probe.class)
@Measures(
    of = "Thread pools of JBoss Threads",
    value = Measures.WORKERS,
    omits =
        @Omits(
            value = "versions before 3.5",
            because = "they run tasks in another way; nothing is shown of them"))
public final class JbossThreadsProbe implements Probe {

  private static final String POOL = "org.jboss.threads.EnhancedQueueExecutor";

  @Override
  public String name() {
    return "jboss-threads";
  }

  @Override
  public void declare(Plan plan) {
    plan.threads().tasks(POOL, POOL + "$Task");
  }
}
