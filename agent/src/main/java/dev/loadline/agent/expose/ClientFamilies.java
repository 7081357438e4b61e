package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Occupancy;
import dev.loadline.agent.meter.Route;
import dev.loadline.agent.meter.TallyMeter;
import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedClient;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;

/** What libraries of the application ask of databases: operations, and what was found. */
final class ClientFamilies {

  private static final int STRIDE = 3;

  private final Family durations =
      Family.histogram(
          "db_client_operation_duration_seconds",
          "Time from an operation to its answer.",
          "db_system_name",
          "db_operation_name",
          "server_address",
          "server_port",
          "error_type",
          "library");
  private final Family active =
      Family.gauge(
          "loadline_client_active_operations",
          "Operations not answered yet.",
          "server_address",
          "server_port",
          "library");
  private final Family peak =
      Family.gauge(
          "loadline_client_active_operations_peak",
          "Most operations in flight at once since the reading before.",
          "server_address",
          "server_port",
          "library");

  void add(Watch watch, ResourceFamilies resources, long now) {
    for (WatchedClient client : watch.clients()) {
      if (client.works()) {
        add(client, resources, now);
      }
    }
  }

  private void add(WatchedClient client, ResourceFamilies resources, long now) {
    String address = client.address();
    String port = client.port();
    Occupancy.Reading reading = client.meter().occupancy(now);
    active.add(reading.inUse(), address, port, client.library());
    peak.add(reading.peak(), address, port, client.library());
    for (Route route : client.meter().routes()) {
      durations.add(
          route.durations(),
          STRIDE,
          "redis",
          route.method(),
          address,
          port,
          error(route),
          client.library());
    }
    lookups(client, resources, port.isEmpty() ? address : address + ":" + port);
  }

  /** The class of the error, or _OTHER for those of operations that are not told apart. */
  private static String error(Route route) {
    return route.status() == 0 ? "" : route.path().equals("other") ? "_OTHER" : route.path();
  }

  private static void lookups(WatchedClient client, ResourceFamilies resources, String server) {
    for (int i = 0; i <= client.prefixes(); i++) {
      TallyMeter tally = client.lookups(i);
      if (tally.yes() + tally.no() > 0) {
        String name = client.prefixes() == 0 ? server : server + "/" + client.prefix(i);
        resources.lookups(tally.yes(), tally.no(), "cache", name, client.library());
      }
    }
  }

  void to(List<MetricFamilySamples> families) {
    for (Family family : new Family[] {durations, active, peak}) {
      family.to(families);
    }
  }
}
