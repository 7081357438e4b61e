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

  static void to(List<MetricFamilySamples> families, Engine engine, Settings settings) {
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
    Family.counter("loadline_agent_dropped_series", "Requests counted under the route other.")
        .add(OwnCost.foldedRequests(engine))
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
