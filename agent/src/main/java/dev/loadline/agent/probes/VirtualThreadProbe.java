package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The virtual threads of JDK 21 and later: how often one waits pinned to its carrier, and for how
 * long. Waiting for a monitor, which until 23 pins too, is not seen: that happens inside the JVM.
 * The JVM loads their class at every start, so it is hooked within a second after the first virtual
 * thread was made, and never where none is.
 */
@AutoService(Probe.class)
@Measures(
    of = "Virtual threads",
    value =
        "`loadline_virtual_thread_pins_total` and `loadline_virtual_thread_pinned_seconds_total`:"
            + " waits of virtual threads pinned to their carriers, and their time (JDK 21 and"
            + " later)",
    omits = {
      @Omits(value = "waits for monitors before JDK 24", because = "the JVM waits there itself"),
      @Omits(
          value = "about a second after the first virtual thread",
          because = "an application that has none shall not pay for the hook")
    })
public final class VirtualThreadProbe implements Probe {

  private static final String TYPE = "java.lang.VirtualThread";

  @Override
  public String name() {
    return "jdk-virtual-threads";
  }

  @Override
  public void declare(Plan plan) {
    plan.threads().pinned(TYPE, "parkOnCarrierThread", TYPE + "$VThreadContinuation");
  }
}
