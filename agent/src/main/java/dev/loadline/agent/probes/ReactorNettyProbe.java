package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The connections of Reactor Netty from 1.0 on, as in Spring's WebClient: one pool for each remote
 * host, in a copy of Reactor's pool. It is called as its provider and the host. What HTTP/2 sends
 * over one connection at a time is not seen.
 */
@AutoService(Probe.class)
@Measures(
    of = "Reactor Netty",
    value = Measures.POOL,
    omits =
        @Omits(
            value = "the streams of HTTP/2",
            because = "they have a pool of another kind in front of the connections"))
public final class ReactorNettyProbe implements Probe {

  private static final String PROVIDER = "reactor.netty.resources.DefaultPooledConnectionProvider";

  @Override
  public String name() {
    return "reactor-netty";
  }

  @Override
  public void declare(Plan plan) {
    ReactorPoolClasses.in("reactor.netty.internal.shaded.reactor.pool.", plan)
        .namedByMaker(PROVIDER, "createPool", "name", "channelPools", "holder");
  }
}
