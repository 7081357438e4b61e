package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Occupancy;
import dev.loadline.agent.meter.Route;
import dev.loadline.agent.meter.TallyMeter;
import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedClient;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;

/** What libraries of the application ask of other servers, and what was found there. */
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
  private final Family requests =
      Family.histogram(
          "http_client_request_duration_seconds",
          "Duration of requests that the application makes.",
          "http_request_method",
          "server_address",
          "server_port",
          "http_response_status_code",
          "error_type",
          "library");
  private final Family open =
      Family.gauge(
          "http_client_active_requests",
          "Requests of the application not answered yet.",
          "server_address",
          "server_port",
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
    if (client.http()) {
      open.add(reading.inUse(), address, port, client.library());
    } else {
      active.add(reading.inUse(), address, port, client.library());
      peak.add(reading.peak(), address, port, client.library());
    }
    for (Route route : client.meter().routes()) {
      if (client.http()) {
        request(route, address, port, client.library());
      } else {
        operation(route, address, port, client.library());
      }
    }
    lookups(client, resources, port.isEmpty() ? address : address + ":" + port);
  }

  private void operation(Route route, String address, String port, String library) {
    String error = route.status() == 0 ? "" : named(route.path());
    durations.add(
        route.durations(), STRIDE, "redis", route.method(), address, port, error, library);
  }

  private void request(Route route, String address, String port, String library) {
    String status = route.status() == 0 ? "" : Integer.toString(route.status());
    String error = route.status() > 0 ? "" : named(route.path());
    requests.add(route.durations(), STRIDE, route.method(), address, port, status, error, library);
  }

  /** The class of the error, or _OTHER for those of operations that are not told apart. */
  private static String named(String error) {
    return error.equals("other") ? "_OTHER" : error;
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
    for (Family family : new Family[] {durations, active, peak, requests, open}) {
      family.to(families);
    }
  }
}
