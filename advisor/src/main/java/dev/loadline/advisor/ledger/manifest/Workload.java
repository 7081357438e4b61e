package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Fleet;
import java.util.List;
import java.util.Set;

/**
 * Containers that are deployed together, so many times.
 *
 * @param kind {@code Deployment}, {@code Job}, {@code service} …
 * @param hosts names under which others reach it
 */
record Workload(
    String name,
    String kind,
    Fleet fleet,
    Set<String> hosts,
    List<Container> containers,
    String where) {

  Workload {
    hosts = Set.copyOf(hosts);
    containers = List.copyOf(containers);
  }

  /** Whether it runs to an end, so that it is no server. */
  boolean ends() {
    return kind.endsWith("Job");
  }

  /** {@code orders}, or {@code orders/sidecar} for one of several containers. */
  String nameOf(Container container) {
    return containers.size() == 1 || container.name().equals(name)
        ? name
        : name + "/" + container.name();
  }
}
