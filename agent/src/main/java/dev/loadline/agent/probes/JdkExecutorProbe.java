package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The thread pools of the JDK, scheduled ones included. Hooks what no subclass can override: a run
 * lasts from the worker's having a task to its asking for the next one, so that it includes {@code
 * beforeExecute} and {@code afterExecute}.
 */
@AutoService(Probe.class)
public final class JdkExecutorProbe implements Probe {

  @Override
  public String name() {
    return "jdk-executor";
  }

  @Override
  public void declare(Plan plan) {
    plan.executor("java.util.concurrent.ThreadPoolExecutor", false);
  }
}
