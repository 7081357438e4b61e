package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Histogram;
import dev.loadline.agent.meter.HoldTraces;
import dev.loadline.agent.meter.Occupancy;
import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedPool;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pools, under OpenTelemetry's names as well as our own. */
final class PoolFamilies {

  private static final String POOL = "db_client_connection_pool_name";
  private static final String PREFIX = "db_client_connection_";

  private final Family count =
      Family.gauge(PREFIX + "count", "Connections by state.", POOL, "db_client_connection_state");
  private final Family max = Family.gauge(PREFIX + "max", "Connections at most.", POOL);
  private final Family pending =
      Family.gauge(PREFIX + "pending_requests", "Threads that wait for a connection.", POOL);
  private final Family timeouts =
      Family.counter(PREFIX + "timeouts", "Acquires that ran out of time.", POOL);
  private final Family waits =
      Family.histogram(PREFIX + "wait_time_seconds", "Time to obtain a connection.", POOL);
  private final Family uses =
      Family.histogram(
          PREFIX + "use_time_seconds", "Time between borrowing and returning a connection.", POOL);

  private final Family routes =
      Family.counter(
          "loadline_route_hold_seconds",
          "Time for which requests of a route held units of a pool, of holds that ended.",
          "kind",
          "resource",
          "library",
          "http_route");

  void add(Watch watch, ResourceFamilies resources, long now) {
    Set<String> taken = new HashSet<>();
    for (WatchedPool pool : watch.pools()) {
      String name = pool.name();
      if (name != null) {
        add(watch, pool, unique(name, taken), resources, now);
      }
    }
  }

  /** Two pools of one name are told apart by the order in which they were first used. */
  static String unique(String name, Set<String> taken) {
    String unique = name;
    for (int i = 2; !taken.add(unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }

  private static void leaks(
      Watch watch, WatchedPool pool, ResourceFamilies resources, long now, String[] labels) {
    HoldTraces traces = watch.traces();
    if (traces != null) {
      resources.leakSuspects(watch.leakSuspects(pool, traces.threshold(), now), labels);
    }
  }

  private void add(
      Watch watch, WatchedPool pool, String name, ResourceFamilies resources, long now) {
    Occupancy.Reading reading = pool.meter().occupancy(now);
    Histogram.Counts waited = pool.meter().waits();
    Histogram.Counts held = pool.meter().holds();
    String[] labels = {"pool", name, pool.library()};
    Integer limit = pool.limit();
    if (limit != null) {
      resources.limit(limit, labels);
    }
    Long waiting = pool.waiting();
    if (waiting != null) {
      resources.waiting(waiting, labels);
    }
    leaks(watch, pool, resources, now, labels);
    resources.occupancy(reading, labels);
    resources.pool(pool.meter(), waited, held, labels);
    if (pool.measuresBusy()) {
      resources.busy(pool.meter(), labels);
    }
    for (Map.Entry<String, Double> share : pool.meter().holdSecondsByRoute().entrySet()) {
      routes.add(share.getValue(), "pool", name, pool.library(), share.getKey());
    }
    if (!pool.ofDatabase()) {
      return;
    }
    if (limit != null) {
      max.add(limit, name);
    }
    count.add(reading.inUse(), name, "used");
    if (waiting != null) {
      pending.add(waiting, name);
    }
    timeouts.add(pool.meter().timeouts(), name);
    waits.add(waited, 2, name);
    uses.add(held, 2, name);
  }

  void to(List<MetricFamilySamples> families) {
    for (Family family : new Family[] {count, max, pending, timeouts, waits, uses, routes}) {
      family.to(families);
    }
  }
}
