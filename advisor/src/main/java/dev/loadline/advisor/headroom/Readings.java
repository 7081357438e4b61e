package dev.loadline.advisor.headroom;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lines of a service by resource and sensor. Where several sensors see the same resource, the
 * one that measures more closely speaks, and nothing is added up across them.
 */
final class Readings {
  /** From the closest: the agent integrates, Micrometer publishes what the library samples. */
  private static final List<String> CLOSEST = List.of("agent", "micrometer");

  private final SortedMap<Resource, SortedMap<String, List<Line>>> lines = new TreeMap<>();

  Readings(List<Line> all) {
    for (Line line : all) {
      lines
          .computeIfAbsent(line.series().resource(), resource -> new TreeMap<>(byCloseness()))
          .computeIfAbsent(line.series().sensor(), sensor -> new ArrayList<>())
          .add(line);
    }
  }

  private static Comparator<String> byCloseness() {
    return Comparator.<String>comparingInt(
            sensor -> CLOSEST.contains(sensor) ? CLOSEST.indexOf(sensor) : CLOSEST.size())
        .thenComparing(Comparator.naturalOrder());
  }

  List<Resource> resources(ResourceKind kind) {
    return lines.keySet().stream().filter(resource -> resource.kind() == kind).toList();
  }

  /** All sensors of a resource, the closest first. */
  Map<String, List<Line>> sensors(Resource resource) {
    return lines.getOrDefault(resource, new TreeMap<>());
  }

  /** What the closest sensor says of all resources of a kind: every server's requests. */
  List<Line> closest(ResourceKind kind) {
    List<Resource> resources = resources(kind);
    String closest =
        resources.stream()
            .flatMap(resource -> sensors(resource).keySet().stream())
            .min(byCloseness())
            .orElse("");
    return resources.stream()
        .flatMap(resource -> sensors(resource).getOrDefault(closest, List.of()).stream())
        .toList();
  }

  boolean empty() {
    return lines.isEmpty();
  }
}
