package dev.loadline.collector.scrape;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.exposition.Limits;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scrapes all targets that were found, each once in every interval. */
public final class Scraper {
  private static final Logger LOG = LoggerFactory.getLogger(Scraper.class);
  private static final int MAX_TARGETS = 20_000;

  private final Vertx vertx;
  private final Duration interval;
  private final Limits limits;
  private final PageClient client;
  private final Intake intake;
  private final ScrapeMeters meters;
  private final InstantSource clock;
  private final Map<Target, TargetLoop> loops = new ConcurrentHashMap<>();

  public Scraper(
      Vertx vertx,
      Duration interval,
      Duration timeout,
      Limits limits,
      Refused refused,
      Intake intake,
      MeterRegistry registry,
      InstantSource clock) {
    this.vertx = vertx;
    this.interval = interval;
    this.limits = limits;
    this.client = new PageClient(vertx, timeout, limits.bodyBytes(), refused);
    this.intake = intake;
    this.meters = new ScrapeMeters(registry);
    this.clock = clock;
  }

  /** From now on these and no others; a set beyond 20,000 is refused and the last one stays. */
  public synchronized void scrape(Set<Target> targets) {
    if (targets.size() > MAX_TARGETS) {
      LOG.error("{} targets, at most {}; the last set stays", targets.size(), MAX_TARGETS);
      return;
    }
    loops.forEach(
        (target, loop) -> {
          if (!targets.contains(target)) {
            loop.stop();
            loops.remove(target);
          }
        });
    targets.forEach(target -> loops.computeIfAbsent(target, this::loop));
  }

  /** How each target fares, by service and address. */
  public List<TargetState> states() {
    return loops.values().stream()
        .map(TargetLoop::state)
        .sorted(Comparator.comparing(TargetState::service).thenComparing(TargetState::url))
        .toList();
  }

  public Future<Void> close() {
    loops.values().forEach(TargetLoop::stop);
    return client.close();
  }

  private TargetLoop loop(Target target) {
    return new TargetLoop(vertx, target, interval, limits, client, intake, meters, clock);
  }
}
