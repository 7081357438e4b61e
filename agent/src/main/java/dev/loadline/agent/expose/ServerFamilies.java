package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Occupancy;
import dev.loadline.agent.meter.Route;
import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedServer;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;

/** The servers: requests by route, and requests in flight. */
final class ServerFamilies {

  private final Family durations =
      Family.histogram(
          "http_server_request_duration_seconds",
          "Duration of requests.",
          "http_request_method",
          "http_route",
          "http_response_status_code",
          "library");
  private final Family active =
      Family.gauge("http_server_active_requests", "Requests in flight.", "library");

  void add(Watch watch, ResourceFamilies resources, long now) {
    for (WatchedServer server : watch.servers()) {
      Occupancy.Reading reading = server.meter().occupancy(now);
      if (server.matched() && (reading.inUse() > 0 || server.meter().durations().count() > 0)) {
        add(server, reading, resources);
      }
    }
  }

  /** The agent serves with the JDK's server too, so that one is shown once it had a request. */
  private void add(WatchedServer server, Occupancy.Reading reading, ResourceFamilies resources) {
    String library = server.library();
    String[] labels = {"requests", "http", library};
    resources.occupancy(reading, labels);
    resources.requests(server.meter().durations(), labels);
    active.add(reading.inUse(), library);
    long rejected = 0;
    for (Route route : server.meter().routes()) {
      if (route.status() == 429 || route.status() == 503) {
        rejected += route.durations().count();
      }
      String status = route.status() > 0 ? Integer.toString(route.status()) : "";
      durations.add(route.durations(), 2, route.method(), route.path(), status, library);
    }
    resources.rejected(rejected, labels);
  }

  void to(List<MetricFamilySamples> families) {
    durations.to(families);
    active.to(families);
  }
}
