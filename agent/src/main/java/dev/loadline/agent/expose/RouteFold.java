package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Histogram;
import dev.loadline.agent.meter.RequestMeter;
import dev.loadline.agent.meter.Route;
import dev.loadline.agent.probe.WatchedServer;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Requests by route, as many as a reading has room for. Whether a kind of request is shown or added
 * to {@code other} is decided when it is first seen and holds for good, so that no counter jumps.
 */
final class RouteFold {

  private static final int STRIDE = 2;

  /** Series of one kind: 20 bounds, one without, count and sum. */
  private static final int EACH = 23;

  /** Kept free for what comes later: pools, ports, statuses under {@code other}. */
  private static final int SPARE = 300;

  private static final String OTHER = "other";

  private final Map<Route, String> shown = new LinkedHashMap<>();
  private final Set<Route> folded = new HashSet<>();

  private final Set<String> remote = new HashSet<>();

  void to(List<MetricFamilySamples> families, List<WatchedServer> servers, Cap cap) {
    Map<String, RequestMeter> meters = new TreeMap<>();
    for (WatchedServer server : servers) {
      if (server.matched()) {
        if (Protocol.remote(server.protocol())) {
          remote.add(server.library());
        }
        meters.put(server.library(), server.meter());
      }
    }
    add(families, meters, cap);
  }

  void add(List<MetricFamilySamples> families, Map<String, RequestMeter> meters, Cap cap) {
    Family durations =
        Family.histogram(
            "http_server_request_duration_seconds",
            "Duration of requests.",
            "http_request_method",
            "http_route",
            "http_response_status_code",
            "library");
    Family calls =
        Family.histogram(
            "rpc_server_call_duration_seconds",
            "Duration of calls.",
            "rpc_method",
            "rpc_response_status_code",
            "library");
    for (Map.Entry<String, RequestMeter> meter : meters.entrySet()) {
      decide(meter.getKey(), meter.getValue(), (cap.left() - SPARE) / EACH);
    }
    for (Map.Entry<String, RequestMeter> meter : meters.entrySet()) {
      others(durations, calls, meter.getKey(), meter.getValue());
    }
    for (Map.Entry<Route, String> entry : shown.entrySet()) {
      Route route = entry.getKey();
      String library = entry.getValue();
      if (remote.contains(library)) {
        String status = Protocol.statusOfCall(route);
        calls.add(route.durations(), STRIDE, route.path(), status, library);
      } else {
        String status = Protocol.status(route);
        durations.add(route.durations(), STRIDE, route.method(), route.path(), status, library);
      }
    }
    List<MetricFamilySamples> all = new ArrayList<>();
    durations.to(all);
    calls.to(all);
    families.addAll(cap.apply(all));
  }

  private void decide(String library, RequestMeter meter, int most) {
    List<Route> fresh = new ArrayList<>();
    for (Route route : meter.routes()) {
      if (!shown.containsKey(route) && !folded.contains(route)) {
        fresh.add(route);
      }
    }
    fresh.sort(new MostFirst());
    for (Route route : fresh) {
      if (shown.size() < most && !route.path().equals(OTHER)) {
        shown.put(route, library);
      } else {
        folded.add(route);
      }
    }
  }

  private static final class MostFirst implements Comparator<Route> {
    @Override
    public int compare(Route one, Route other) {
      return Long.compare(other.durations().count(), one.durations().count());
    }
  }

  private void others(Family durations, Family calls, String library, RequestMeter meter) {
    boolean call = remote.contains(library);
    Map<String, Histogram.Counts> sums = new TreeMap<>();
    for (Route route : meter.routes()) {
      if (folded.contains(route)) {
        String status = call ? Protocol.statusOfCall(route) : Protocol.status(route);
        Histogram.Counts before = sums.get(status);
        Histogram.Counts more = route.durations();
        sums.put(status, before == null ? more : before.plus(more));
      }
    }
    for (Map.Entry<String, Histogram.Counts> sum : sums.entrySet()) {
      if (call) {
        calls.add(sum.getValue(), STRIDE, OTHER, sum.getKey(), library);
      } else {
        durations.add(sum.getValue(), STRIDE, OTHER, OTHER, sum.getKey(), library);
      }
    }
  }

  /** Kinds of request that are counted under {@code other}. */
  int folded() {
    int sum = 0;
    for (Route route : folded) {
      sum += route.path().equals(OTHER) ? 0 : 1;
    }
    return sum;
  }
}
