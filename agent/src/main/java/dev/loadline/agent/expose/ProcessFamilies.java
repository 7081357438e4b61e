package dev.loadline.agent.expose;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.loadline.agent.host.Cgroup;
import dev.loadline.agent.host.CgroupWatch;
import dev.loadline.agent.host.SocketWatch;
import dev.loadline.agent.host.Sockets;
import dev.loadline.agent.probe.Watch;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the operating system grants the process: descriptors, quotas, memory, sockets. */
final class ProcessFamilies {

  private final SocketWatch watch;
  private final CgroupWatch groups;

  ProcessFamilies(File root) {
    watch = new SocketWatch(root);
    groups = new CgroupWatch(root);
  }

  void to(Watch servers, List<MetricFamilySamples> families, ResourceFamilies resources, long now) {
    Family.gauge("process_uptime_seconds", "Time since the start of the process.")
        .add(ManagementFactory.getRuntimeMXBean().getUptime() / 1e3)
        .to(families);
    descriptors(families, resources);
    Cgroup group = groups.read(now);
    processor(group, families, resources);
    memory(group, resources);
    Sockets sockets = watch.read(now);
    AcceptQueues.add(servers, sockets, watch.longestQueue(), resources);
    if (sockets != null) {
      sockets(sockets, families, resources);
    }
    Family.counter(
            "loadline_agent_dropped_readings",
            "Readings given up because they were too long or too slow.",
            "reading")
        .add(watch.dropped(), "sockets")
        .to(families);
  }

  private static void descriptors(List<MetricFamilySamples> families, ResourceFamilies resources) {
    java.lang.management.OperatingSystemMXBean bean = ManagementFactory.getOperatingSystemMXBean();
    if (!(bean instanceof UnixOperatingSystemMXBean)) {
      return;
    }
    UnixOperatingSystemMXBean unix = (UnixOperatingSystemMXBean) bean;
    long open = unix.getOpenFileDescriptorCount();
    long most = unix.getMaxFileDescriptorCount();
    String[] labels = {"descriptors", "process", "jvm"};
    if (open >= 0) {
      Family.gauge("process_open_fds", "Open file descriptors.").add(open).to(families);
      resources.inUse((double) open, labels);
    }
    if (most >= 0) {
      Family.gauge("process_max_fds", "File descriptors at most.").add(most).to(families);
      resources.limit((double) most, labels);
    }
  }

  private static void processor(
      Cgroup group, List<MetricFamilySamples> families, ResourceFamilies resources) {
    String[] labels = {"cpu", "cgroup", "linux"};
    if (group.cores() != null) {
      resources.limit(group.cores(), labels);
    }
    if (group.cpuSeconds() != null) {
      resources.inUseSeconds(group.cpuSeconds(), labels);
    }
    counter("periods", "Periods of the processor quota.", group.periods(), families);
    counter(
        "throttled_periods",
        "Periods in which the quota ran out.",
        group.throttledPeriods(),
        families);
    counter(
        "throttled_seconds",
        "Time for which processors were withheld, summed over them.",
        group.throttledSeconds(),
        families);
  }

  private static void counter(
      String name, String help, @Nullable Number value, List<MetricFamilySamples> families) {
    if (value != null) {
      Family.counter("loadline_cgroup_cpu_" + name, help).add(value.doubleValue()).to(families);
    }
  }

  private static void memory(Cgroup group, ResourceFamilies resources) {
    String[] labels = {"memory", "cgroup", "linux"};
    if (group.memoryLimit() != null) {
      resources.limit(group.memoryLimit(), labels);
    }
    if (group.memoryInUse() != null) {
      resources.inUse(group.memoryInUse(), labels);
    }
  }

  private static void sockets(
      Sockets sockets, List<MetricFamilySamples> families, ResourceFamilies resources) {
    Family states =
        Family.gauge(
            "loadline_sockets", "TCP sockets of the network namespace by state.", "kind", "state");
    for (Map.Entry<String, Long> state : sockets.states().entrySet()) {
      states.add(state.getValue(), "sockets", state.getKey());
    }
    states.to(families);
    for (Map.Entry<String, Long> peer : sockets.called().entrySet()) {
      resources.inUse(peer.getValue(), "sockets", peer.getKey(), "tcp");
    }
    for (Map.Entry<String, Long> port : sockets.callers().entrySet()) {
      resources.inUse(port.getValue(), "sockets", listening(port.getKey()), "tcp");
    }
    for (Map.Entry<String, Long> port : sockets.queues().entrySet()) {
      resources.waiting(port.getValue(), "sockets", listening(port.getKey()), "tcp");
    }
  }

  private static String listening(String port) {
    return port.equals(Sockets.OTHER) ? ":other" : port;
  }
}
