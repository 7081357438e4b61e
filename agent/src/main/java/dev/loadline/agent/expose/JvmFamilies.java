package dev.loadline.agent.expose;

import com.sun.management.OperatingSystemMXBean;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/** Memory, processor, threads and collections of the JVM, asked for at each reading only. */
final class JvmFamilies {

  private static final String[] MEMORY = {"jvm_memory_type", "jvm_memory_pool_name"};

  private long usedBefore;
  private long readAt;

  void to(List<MetricFamilySamples> families) {
    memory(families);
    processor(families);
    collections(families);
    Family.gauge("jvm_thread_count", "Live threads.")
        .add(ManagementFactory.getThreadMXBean().getThreadCount())
        .to(families);
    Family.gauge("process_start_time_seconds", "Start of the process since 1970.")
        .add(ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3)
        .to(families);
  }

  private static void memory(List<MetricFamilySamples> families) {
    Family used = Family.gauge("jvm_memory_used_bytes", "Memory used.", MEMORY);
    Family committed = Family.gauge("jvm_memory_committed_bytes", "Memory committed.", MEMORY);
    Family limit = Family.gauge("jvm_memory_limit_bytes", "Memory at most.", MEMORY);
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getUsage();
      String type = pool.getType() == MemoryType.HEAP ? "heap" : "non_heap";
      if (usage != null) {
        used.add(usage.getUsed(), type, pool.getName());
        committed.add(usage.getCommitted(), type, pool.getName());
        if (usage.getMax() >= 0) {
          limit.add(usage.getMax(), type, pool.getName());
        }
      }
    }
    used.to(families);
    committed.to(families);
    limit.to(families);
  }

  private void processor(List<MetricFamilySamples> families) {
    int processors = Runtime.getRuntime().availableProcessors();
    Family.gauge("jvm_cpu_count", "Processors available.").add(processors).to(families);
    java.lang.management.OperatingSystemMXBean bean = ManagementFactory.getOperatingSystemMXBean();
    if (!(bean instanceof OperatingSystemMXBean)) {
      return;
    }
    long used = ((OperatingSystemMXBean) bean).getProcessCpuTime();
    if (used >= 0) {
      Family.counter("jvm_cpu_time_seconds", "Processor time used.").add(used / 1e9).to(families);
      recent(used, processors, families);
    }
  }

  /** Since the reading before; the JDK's own figure reads three files for it. */
  private void recent(long used, int processors, List<MetricFamilySamples> families) {
    long now = ManagementFactory.getRuntimeMXBean().getUptime() * 1_000_000;
    if (now > readAt) {
      double share = (double) (used - usedBefore) / (now - readAt) / processors;
      Family.gauge(
              "jvm_cpu_recent_utilization_ratio", "Recent share of the processors used, 0 to 1.")
          .add(Math.min(1, Math.max(0, share)))
          .to(families);
    }
    usedBefore = used;
    readAt = now;
  }

  private static void collections(List<MetricFamilySamples> families) {
    Family gc = Family.summary("jvm_gc_duration_seconds", "Garbage collections.", "jvm_gc_name");
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      long count = Math.max(0, bean.getCollectionCount());
      gc.add(count, Math.max(0, bean.getCollectionTime()) / 1e3, bean.getName());
    }
    gc.to(families);
  }
}
