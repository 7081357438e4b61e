package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Counters;
import dev.loadline.advisor.capacity.Demand;
import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.capacity.Headroom;
import dev.loadline.advisor.capacity.Objective;
import dev.loadline.advisor.capacity.Window;
import dev.loadline.advisor.document.DocumentStanding;
import dev.loadline.advisor.document.LiveFigures;
import dev.loadline.advisor.document.LiveVerdicts;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.UserRate;
import dev.loadline.advisor.forecast.Forecast;
import dev.loadline.advisor.headroom.ServiceHeadroom.Users;
import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.SignalReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers for one service from what was measured of it in the last quarter of an hour.
 *
 * <p>Same readings, same answer: chance enters only through seeds made of names. Reads the store,
 * so it belongs on a worker thread.
 */
public final class HeadroomEvaluator {
  /** How far back demand is looked at. */
  public static final Duration LOOKBACK = Duration.ofMinutes(15);

  private static final int RECENT_WINDOWS = 3;
  private static final String RATE = "requests/s";

  private final History history = new History();

  /** The answer for one service at {@code now}. */
  public ServiceHeadroom evaluate(
      String service,
      SignalReader signals,
      Objective objective,
      @Nullable Model document,
      Instant now) {
    Readings readings = new Readings(signals.read(service, now.minus(LOOKBACK), now));
    List<Line> requestLines = readings.closest(ResourceKind.REQUESTS);
    List<Window> requests = new Counters(requestLines).requestWindows();
    List<PoolAnswer> pools = pools(readings, requestLines, objective, now);
    List<ResourceHeadroom> resources = pools.stream().map(PoolAnswer::answer).toList();
    Optional<ResourceHeadroom> bottleneck = bottleneck(resources);
    Estimate demand = demand(readings, requestLines, requests, service);
    Estimate peak = demand.known() ? Demand.peak(requests, service.hashCode()) : demand;
    Estimate safe = safe(readings, resources, bottleneck);
    Estimate headroom = Headroom.of(peak, safe);
    Standing standing = Standing.of(headroom, resources, pools, Pressure.cpu(readings));
    return new ServiceHeadroom(
        service,
        now,
        standing.status(),
        standing.reason(),
        demand,
        peak,
        document == null ? null : users(demand, document),
        bottleneck.map(ResourceHeadroom::saturatesAt).orElse(safe),
        safe,
        objective.toString(),
        headroom,
        bottleneck.map(ResourceHeadroom::resource).orElse(null),
        resources,
        Forecast.from(history.length(service, signals, now)),
        List.of(),
        document == null ? List.of() : List.of(standing(document, resources, bottleneck)));
  }

  private static List<PoolAnswer> pools(
      Readings readings, List<Line> requestLines, Objective objective, Instant now) {
    List<PoolAnswer> pools = new ArrayList<>();
    for (ResourceKind kind : List.of(ResourceKind.POOL, ResourceKind.WORKERS)) {
      for (Resource resource : readings.resources(kind)) {
        pools.add(
            new PoolAnswer(
                resource, readings.sensors(resource), requestLines, objective, now.toEpochMilli()));
      }
    }
    return pools;
  }

  private static Optional<ResourceHeadroom> bottleneck(List<ResourceHeadroom> resources) {
    return resources.stream()
        .filter(resource -> resource.saturatesAt().known())
        .min(Comparator.comparingDouble(resource -> resource.saturatesAt().orThrow()));
  }

  private static Estimate demand(
      Readings readings, List<Line> requestLines, List<Window> requests, String service) {
    if (readings.empty()) {
      return Estimate.unknown(RATE, "nothing measured in the last 15 minutes");
    }
    return requestLines.isEmpty()
        ? Estimate.unknown(RATE, "no request is counted: no signal of requests/...")
        : Demand.now(requests, RECENT_WINDOWS, service.hashCode());
  }

  /** The lowest of all resources; the bottleneck's reason where that one is unknown. */
  private static Estimate safe(
      Readings readings, List<ResourceHeadroom> resources, Optional<ResourceHeadroom> bottleneck) {
    if (bottleneck.isPresent()) {
      return resources.stream()
          .map(ResourceHeadroom::safeUpTo)
          .filter(Estimate::known)
          .min(Comparator.comparingDouble(Estimate::orThrow))
          .filter(lowest -> bottleneck.get().safeUpTo().known())
          .orElse(bottleneck.get().safeUpTo());
    }
    if (readings.empty()) {
      return Estimate.unknown(RATE, "nothing measured in the last 15 minutes");
    }
    return resources.isEmpty()
        ? Estimate.unknown(RATE, "no pool or worker is measured")
        : resources.get(0).safeUpTo();
  }

  private static @Nullable Users users(Estimate demand, Model document) {
    Optional<UserRate> rate = UserRate.stated(document);
    return rate.isEmpty() || !demand.known()
        ? null
        : new Users(demand.orThrow() / rate.get().perSecond(), rate.get().estimate());
  }

  private static DocumentStanding standing(
      Model document, List<ResourceHeadroom> resources, Optional<ResourceHeadroom> bottleneck) {
    Optional<ResourceHeadroom> pool =
        bottleneck
            .filter(resource -> resource.kind().equals(ResourceKind.POOL.label()))
            .or(() -> resources.stream().findFirst());
    String missing = "no pool is measured";
    return LiveVerdicts.of(
        document,
        new LiveFigures(
            pool.map(ResourceHeadroom::limit).orElse(null),
            pool.map(ResourceHeadroom::demandPerRequest)
                .orElse(Estimate.unknown("s/request", missing)),
            pool.map(ResourceHeadroom::saturatesAt).orElse(Estimate.unknown(RATE, missing)),
            pool.map(ResourceHeadroom::seenUpTo).orElse(0.0)));
  }
}
