package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The event loops of Netty 4.1 and 4.2, and with them those of Vert.x, gRPC and Reactor Netty: how
 * many there are, what waits for them, and their processor time. A loop that sleeps or waits in a
 * handler is not seen as busy.
 */
@AutoService(Probe.class)
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
      plan.loop(loop, "run", "parent.executorCount", "taskQueue.size");
    }
  }
}
