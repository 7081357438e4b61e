package dev.loadline.agent.expose;

import dev.loadline.agent.probe.ThreadNames;
import dev.loadline.agent.probe.WatchedLoop;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Event loops by group, and how long each was busy, which is the processor time of its thread: a
 * loop that takes 30 s of it in a minute is half full. Nothing is measured on the loop itself.
 */
final class LoopFamilies {

  private static final String KIND = "event-loop";
  private static final int MOST = 128;

  private final Map<String, Group> groups = new TreeMap<>();

  /** The loops of one name, those that have ended too, for a sum must not fall. */
  private static final class Group {

    final String name;
    final String library;
    final Map<String, Double> seconds = new LinkedHashMap<>();
    double sum;
    int running;
    long limit;
    @Nullable Long waiting;

    Group(String name, String library) {
      this.name = name;
      this.library = library;
    }
  }

  private final Map<Long, Long> nanosOf = new LinkedHashMap<>();

  void add(
      List<WatchedLoop> loops, ResourceFamilies resources, List<MetricFamilySamples> families) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    boolean timed = threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    for (Group group : groups.values()) {
      group.running = 0;
      group.limit = 0;
      group.waiting = null;
    }
    Set<Long> present = new HashSet<>();
    for (WatchedLoop loop : loops) {
      present.add(loop.threadId());
      String name = loop.name();
      Group group = name == null ? null : group(ThreadNames.prefix(name), loop.library());
      if (name != null && group != null) {
        tell(loop, group);
        spend(group, name, loop.threadId(), timed ? threads.getThreadCpuTime(loop.threadId()) : -1);
      }
    }
    nanosOf.keySet().retainAll(present);
    Family single =
        Family.counter(
            "loadline_event_loop_busy_seconds",
            "Processor time of the thread of one event loop.",
            "kind",
            "resource",
            "library",
            "loop");
    for (Group group : groups.values()) {
      show(group, resources, single);
    }
    single.to(families);
  }

  private @Nullable Group group(String name, String library) {
    String key = library + "/" + name;
    Group known = groups.get(key);
    if (known == null && groups.size() < MOST) {
      known = new Group(name, library);
      groups.put(key, known);
    }
    return known;
  }

  private static void tell(WatchedLoop loop, Group group) {
    group.running++;
    Long all = loop.loops();
    group.limit = Math.max(group.limit, all == null ? group.running : all);
    Long waiting = loop.waiting();
    if (waiting != null) {
      group.waiting = waiting + (group.waiting == null ? 0 : group.waiting);
    }
  }

  private void spend(Group group, String thread, long id, long nanos) {
    if (nanos < 0) {
      return;
    }
    Long before = nanosOf.put(id, nanos);
    double more = (double) Math.max(0, nanos - (before == null ? 0 : before)) / 1e9;
    group.sum += more;
    String loop = thread.substring(Math.min(group.name.length(), thread.length()));
    String number = loop.replaceAll("^\\D+", "");
    if (group.seconds.containsKey(number) || group.seconds.size() < MOST) {
      group.seconds.merge(number, more, new Sum());
    }
  }

  private static final class Sum implements java.util.function.BinaryOperator<Double> {
    @Override
    public Double apply(Double one, Double other) {
      return one + other;
    }
  }

  private static void show(Group group, ResourceFamilies resources, Family single) {
    if (group.running == 0) {
      return;
    }
    String[] labels = {KIND, group.name, group.library};
    resources.limit((double) group.limit, labels);
    if (group.waiting != null) {
      resources.waiting((double) group.waiting, labels);
    }
    if (!group.seconds.isEmpty()) {
      resources.inUseSeconds(group.sum, labels);
    }
    for (Map.Entry<String, Double> loop : group.seconds.entrySet()) {
      single.add(loop.getValue(), KIND, group.name, group.library, loop.getKey());
    }
  }
}
