package dev.loadline.collector.scrape;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.scrape.Intake.Taken;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scrapes one target again and again, never twice at a time. */
final class TargetLoop {
  private static final Logger LOG = LoggerFactory.getLogger(TargetLoop.class);
  private static final long FIRST_WITHIN_MILLIS = 1_000;

  private final Vertx vertx;
  private final Target target;
  private final PageClient client;
  private final Limits limits;
  private final Intake intake;
  private final ScrapeMeters meters;
  private final InstantSource clock;
  private final long timer;
  private volatile TargetState state;
  private boolean running;

  TargetLoop(
      Vertx vertx,
      Target target,
      Duration interval,
      Limits limits,
      PageClient client,
      Intake intake,
      ScrapeMeters meters,
      InstantSource clock) {
    this.vertx = vertx;
    this.target = target;
    this.client = client;
    this.limits = limits;
    this.intake = intake;
    this.meters = meters;
    this.clock = clock;
    this.state = TargetState.fresh(target, clock.instant());
    this.timer =
        vertx.setPeriodic(offset(target, interval), interval.toMillis(), unused -> scrape());
  }

  TargetState state() {
    return state;
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  /** Spreads targets over time, each always at the same place. */
  private static long offset(Target target, Duration interval) {
    return 1
        + Math.floorMod(
            target.hashCode() * 0x9E3779B9L, Math.min(interval.toMillis(), FIRST_WITHIN_MILLIS));
  }

  private void scrape() {
    if (running) {
      return;
    }
    running = true;
    Instant began = clock.instant();
    Future<Taken> taken =
        client
            .fetch(target)
            .compose(page -> vertx.executeBlocking(() -> page.select(limits, intake::wants), false))
            .compose(points -> keep(began, points));
    taken.onComplete(
        result -> {
          running = false;
          Duration took = Duration.between(began, clock.instant());
          if (result.succeeded()) {
            went(began, took, result.result());
          } else {
            failed(began, took, result.cause());
          }
        });
  }

  private Future<Taken> keep(Instant began, List<Point> points) {
    return intake.take(target, began.toEpochMilli(), points);
  }

  private void went(Instant began, Duration took, Taken taken) {
    meters.went(took, taken);
    state = state.up(began, took, taken);
  }

  private void failed(Instant began, Duration took, Throwable cause) {
    String reason = cause instanceof ScrapeException known ? known.reason().label() : "internal";
    meters.failed(took, reason);
    if (state.health() != TargetState.Health.DOWN) {
      LOG.warn("{} is down: {}: {}", target.url(), reason, cause.getMessage());
    }
    state = state.down(began, took, reason + ": " + cause.getMessage());
  }
}
