package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Counters;
import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.capacity.Figures;
import dev.loadline.advisor.capacity.Little;
import dev.loadline.advisor.capacity.Measured;
import dev.loadline.advisor.capacity.Objective;
import dev.loadline.advisor.capacity.PoolLaw;
import dev.loadline.advisor.capacity.Window;
import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Works out one pool: reads its lines, applies its law, tells how it stands. */
final class PoolAnswer {
  /** How long "at present" is. */
  static final long RECENT_MILLIS = 30_000;

  private static final String PER_REQUEST = "s/request";
  private static final String RATE = "requests/s";

  private final Resource resource;
  private final Map<String, List<Line>> sensors;
  private final List<Line> lines;
  private final List<Line> requestLines;
  private final Objective objective;
  private final long recentFrom;

  PoolAnswer(
      Resource resource,
      Map<String, List<Line>> sensors,
      List<Line> requestLines,
      Objective objective,
      long nowMillis) {
    this.resource = resource;
    this.sensors = sensors;
    this.lines = sensors.values().iterator().next();
    this.requestLines = requestLines;
    this.objective = objective;
    this.recentFrom = nowMillis - RECENT_MILLIS;
  }

  ResourceHeadroom answer() {
    Map<String, Double> limits = new Gauges(lines).latest(Signal.LIMIT);
    Counters counters = new Counters(lines);
    Counters requests = new Counters(requestLines);
    if (limits.isEmpty() || limits.values().stream().anyMatch(limit -> limit <= 0)) {
      return unknown("nobody publishes the limit of " + resource, null);
    }
    double limit = limits.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!counters.measuresHeldTime()) {
      return unknown(
          "only sampled gauges of "
              + resource
              + ", which miss what happens between readings; the agent measures held time",
          limit);
    }
    if (requestLines.isEmpty()) {
      return unknown("no request is counted, so nothing tells what one takes", limit);
    }
    return known(limits.size(), limit, counters, requests);
  }

  private ResourceHeadroom known(
      int instances, double limit, Counters counters, Counters requests) {
    List<Window> windows = counters.windows(requests);
    Measured measured =
        new Measured(
            unit(),
            limit / instances,
            instances,
            windows,
            counters.longWindows(requests),
            counters.takings(),
            counters.rise(Signal.WAIT, Part.SUM),
            requests.distribution(Signal.HOLD));
    PoolLaw law = new PoolLaw(measured, resource.toString().hashCode());
    Estimate inUse = inUse(lines);
    Estimate capacity = law.capacity();
    return new ResourceHeadroom(
        resource.toString(),
        resource.kind().label(),
        limit,
        inUse,
        inUse.known() ? (Double) Math.min(1, inUse.orThrow() / limit) : null,
        law.demandPerRequest(),
        capacity,
        law.safeCapacity(objective),
        windows.isEmpty() ? null : (Double) Math.min(1, measured.seenUpTo()),
        cause(law.demandPerRequest()),
        sensorReadings(),
        trust(counters),
        explanation(capacity, measured, windows));
  }

  private static String explanation(Estimate capacity, Measured measured, List<Window> windows) {
    return windows.isEmpty()
        ? capacity.explanation()
        : "%s; seen up to %.0f %% of the limit"
            .formatted(capacity.explanation(), 100 * Math.min(1, measured.seenUpTo()));
  }

  /** {@code none} as long as nobody waits; why it is full is not diagnosed yet. */
  private String cause(Estimate demand) {
    boolean waits = demand.known() && pressure().waits(demand.orThrow());
    return waits || !demand.known() ? "unknown" : "none";
  }

  Pressure pressure() {
    return Pressure.of(Recent.since(lines, recentFrom));
  }

  private @Nullable Double trust(Counters counters) {
    OptionalDouble trust =
        Little.trust(
            counters.rise(Signal.IN_USE_SECONDS, Part.VALUE), counters.rise(Signal.HOLD, Part.SUM));
    return trust.isPresent() ? (Double) trust.getAsDouble() : null;
  }

  private List<ResourceHeadroom.Sensor> sensorReadings() {
    List<ResourceHeadroom.Sensor> readings = new ArrayList<>();
    sensors.forEach(
        (name, some) -> {
          Estimate inUse = inUse(some);
          readings.add(new ResourceHeadroom.Sensor(name, inUse.known() ? inUse.value() : null));
        });
    return readings;
  }

  /** Mean of the last half minute from the integral; the gauges where nobody integrates. */
  private Estimate inUse(List<Line> some) {
    List<Line> recent = Recent.since(some, recentFrom);
    List<Window> windows = new Counters(recent).useWindows();
    double seconds = windows.stream().mapToDouble(Window::seconds).sum();
    if (seconds > 0) {
      double held = windows.stream().mapToDouble(Window::heldSeconds).sum();
      double mean = held / seconds;
      return Estimate.exact(
          mean,
          unit() + "s",
          "%s %s-seconds / %s s = %s in use"
              .formatted(Figures.of(held), unit(), Figures.of(seconds), Figures.of(mean)));
    }
    OptionalDouble sampled = new Gauges(recent).sum(Signal.IN_USE);
    return sampled.isPresent() && sampled.getAsDouble() >= 0
        ? Estimate.exact(sampled.getAsDouble(), unit() + "s", "sampled at the last reading")
        : Estimate.unknown(unit() + "s", "not measured in the last half minute");
  }

  private ResourceHeadroom unknown(String reason, @Nullable Double limit) {
    Estimate rate = Estimate.unknown(RATE, reason);
    Estimate inUse = inUse(lines);
    return new ResourceHeadroom(
        resource.toString(),
        resource.kind().label(),
        limit,
        inUse,
        inUse.known() && limit != null ? (Double) Math.min(1, inUse.orThrow() / limit) : null,
        Estimate.unknown(PER_REQUEST, reason),
        rate,
        rate,
        null,
        "unknown",
        sensorReadings(),
        null,
        reason);
  }

  private String unit() {
    return resource.kind() == ResourceKind.WORKERS ? "worker" : "connection";
  }
}
