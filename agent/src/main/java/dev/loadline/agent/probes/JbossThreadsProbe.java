package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The pool of threads of JBoss Threads, from 3.0 on: that of Undertow's workers, WildFly and
 * Quarkus. A task that an executor of the application takes over is not counted as rejected.
 */
@AutoService(Probe.class)
public final class JbossThreadsProbe implements Probe {

  private static final String POOL = "org.jboss.threads.EnhancedQueueExecutor";

  @Override
  public String name() {
    return "jboss-threads";
  }

  @Override
  public void declare(Plan plan) {
    plan.tasks(POOL, POOL + "$Task");
  }
}
