package dev.loadline.agent.expose;

import dev.loadline.agent.config.Settings;
import dev.loadline.agent.probe.Engine;
import dev.loadline.agent.probe.Hook;
import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the agent itself costs and drops, and whom it speaks for. */
final class OwnFamilies {

  private OwnFamilies() {}

  static void to(
      List<MetricFamilySamples> families, Engine engine, Settings settings, long dropped) {
    target(settings).to(families);
    Family errors = Family.counter("loadline_agent_hook_errors", "Errors inside hooks.", "hook");
    for (Hook hook : engine.hooks()) {
      if (hook.errors() > 0) {
        errors.add(hook.errors(), hook.name());
      }
    }
    errors.to(families);
    Family.gauge("loadline_agent_enabled", "1 while the hooks measure.")
        .add(engine.on() ? 1 : 0)
        .to(families);
    Family.counter(
            "loadline_agent_dropped_series",
            "Kinds of request counted under other, and series left out.")
        .add(dropped)
        .to(families);
    Family.counter("loadline_agent_folded_executors", "Threads of pools counted under other.")
        .add(engine.watch().executors().folded())
        .to(families);
    Family.counter("loadline_agent_untracked_holds", "Holds that found no free slot.")
        .add(engine.watch().untrackedHolds())
        .to(families);
    Family.counter("loadline_agent_cpu_seconds", "Processor time of the agent's threads.")
        .add(OwnCost.cpuSeconds())
        .to(families);
  }

  static void traffic(List<MetricFamilySamples> families, Traffic traffic) {
    Family.counter("loadline_agent_sent_bytes", "Bytes sent.", "by")
        .add(traffic.scrapeBytes.get(), "scrape")
        .add(traffic.pushBytes.get(), "push")
        .to(families);
    Family.counter("loadline_agent_push_errors", "Readings that the collector did not take.")
        .add(traffic.pushErrors.get())
        .to(families);
    Family.counter("loadline_agent_refused_requests", "Scrapes answered 503.")
        .add(traffic.refused.get())
        .to(families);
    Family.counter("loadline_agent_cut_clients", "Clients disconnected for being too slow.")
        .add(traffic.cut.get())
        .to(families);
  }

  private static Family target(Settings settings) {
    Map<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, String> attribute : settings.attributes().entrySet()) {
      labels.put(Collector.sanitizeMetricName(attribute.getKey()), attribute.getValue());
    }
    labels.put("service_name", settings.serviceName());
    List<String> values = new ArrayList<>(labels.values());
    return Family.info(
            "target", "Whom these figures are of.", labels.keySet().toArray(new String[0]))
        .add(1, values.toArray(new String[0]));
  }
}
