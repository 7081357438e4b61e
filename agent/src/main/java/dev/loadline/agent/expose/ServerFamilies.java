package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Occupancy;
import dev.loadline.agent.meter.Route;
import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedServer;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;

/** The servers: requests in flight, and how long all of them took. */
final class ServerFamilies {

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

  private void add(WatchedServer server, Occupancy.Reading reading, ResourceFamilies resources) {
    String library = server.library();
    String[] labels = {"requests", server.protocol(), library};
    resources.occupancy(reading, labels);
    resources.requests(server.meter().durations(), labels);
    if (!Protocol.remote(server.protocol())) {
      active.add(reading.inUse(), library);
    }
    long rejected = 0;
    for (Route route : server.meter().routes()) {
      if (Protocol.refused(server.protocol(), route)) {
        rejected += route.durations().count();
      }
    }
    resources.rejected(rejected, labels);
  }

  void to(List<MetricFamilySamples> families) {
    active.to(families);
  }
}
