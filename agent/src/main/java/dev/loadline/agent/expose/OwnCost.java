package dev.loadline.agent.expose;

import dev.loadline.agent.probe.AgentThread;
import dev.loadline.agent.probe.Engine;
import dev.loadline.agent.probe.WatchedServer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The agent's own cost outside the hooks. */
final class OwnCost {

  private OwnCost() {}

  static double cpuSeconds() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double sum = 0;
    if (threads.isThreadCpuTimeSupported()) {
      for (AgentThread thread : AgentThread.all()) {
        sum += Math.max(0, threads.getThreadCpuTime(thread.getId())) / 1e9;
      }
    }
    return sum;
  }

  static long foldedRequests(Engine engine) {
    long sum = 0;
    for (WatchedServer server : engine.watch().servers()) {
      sum += server.meter().folded();
    }
    return sum;
  }
}
