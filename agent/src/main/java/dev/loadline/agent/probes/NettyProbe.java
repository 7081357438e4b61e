package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The event loops of Netty 4.1 and 4.2, and with them those of Vert.x, gRPC and Reactor Netty: how
 * many there are, what waits for them, and their processor time. A loop that sleeps or waits in a
 * handler is not seen as busy.
 */
@AutoService(Probe.class)
@Measures(
    of = "Netty",
    value = {"event-loop: number, tasks that wait, and the processor time of each"},
    omits =
        @Omits(
            value = "time in which a loop sleeps or waits in a handler",
            because = "what is read is the processor time of its thread"))
public final class NettyProbe implements Probe {

  private static final String[] LOOPS = {
    "io.netty.channel.nio.NioEventLoop",
    "io.netty.channel.epoll.EpollEventLoop",
    "io.netty.channel.kqueue.KQueueEventLoop",
    "io.netty.channel.SingleThreadIoEventLoop",
    "io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoop",
    "io.grpc.netty.shaded.io.netty.channel.epoll.EpollEventLoop",
    "io.grpc.netty.shaded.io.netty.channel.SingleThreadIoEventLoop",
  };

  @Override
  public String name() {
    return "netty";
  }

  @Override
  public void declare(Plan plan) {
    for (String loop : LOOPS) {
      plan.threads().loop(loop, "run", "parent.executorCount", "taskQueue.size");
    }
  }
}
