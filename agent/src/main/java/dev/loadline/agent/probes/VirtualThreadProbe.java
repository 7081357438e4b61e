package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The virtual threads of JDK 21 and later: how often one waits pinned to its carrier, and for how
 * long. Waiting for a monitor, which until 23 pins too, is not seen: that happens inside the JVM.
 */
@AutoService(Probe.class)
public final class VirtualThreadProbe implements Probe {

  @Override
  public String name() {
    return "jdk-virtual-threads";
  }

  @Override
  public void declare(Plan plan) {
    plan.pinned("java.lang.VirtualThread", "parkOnCarrierThread");
  }
}
