package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Tomcat's own copy of the JDK's thread pool, which newer Tomcats have. The class of that name in
 * older ones (8.5.50, 9.0.50) is one of the JDK's and measured as such.
 */
@AutoService(Probe.class)
@Measures(of = "Thread pools of Tomcat", value = Measures.WORKERS)
public final class TomcatExecutorProbe implements Probe {

  @Override
  public String name() {
    return "tomcat-executor";
  }

  @Override
  public void declare(Plan plan) {
    plan.threads().executor("org.apache.tomcat.util.threads.ThreadPoolExecutor", true);
  }
}
