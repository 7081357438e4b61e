package dev.loadline.collector.source;

import dev.loadline.collector.scrape.Intake.Taken;
import dev.loadline.collector.scrape.TargetState;
import dev.loadline.collector.scrape.TargetState.Health;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.store.SignalWriter;
import dev.loadline.collector.store.StoreException;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one source again and again, never twice at a time, and more rarely while it fails. */
final class SourceLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SourceLoop.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final WorkerExecutor workers;
  private final Session session;
  private final Duration interval;
  private final SignalWriter store;
  private final SourceMeters meters;
  private final InstantSource clock;
  private volatile TargetState state;
  private Future<?> running = Future.succeededFuture();
  private long timer;
  private boolean stopped;
  private int failures;

  SourceLoop(
      Vertx vertx,
      WorkerExecutor workers,
      Session session,
      Duration interval,
      SignalWriter store,
      SourceMeters meters,
      InstantSource clock) {
    this.vertx = vertx;
    this.workers = workers;
    this.session = session;
    this.interval = interval;
    this.store = store;
    this.meters = meters;
    this.clock = clock;
    Origin origin = session.origin();
    this.state =
        TargetState.fresh(origin.service(), origin.instance(), origin.url(), clock.instant());
  }

  TargetState state() {
    return state;
  }

  synchronized void in(Duration wait) {
    if (!stopped) {
      timer = vertx.setTimer(Math.max(1, wait.toMillis()), unused -> read());
    }
  }

  /** Ends after the reading that is under way; the connection is closed then. */
  synchronized Future<Void> stop() {
    stopped = true;
    vertx.cancelTimer(timer);
    return running
        .otherwiseEmpty()
        .compose(
            unused ->
                workers.executeBlocking(
                    () -> {
                      session.close();
                      return null;
                    },
                    false));
  }

  private synchronized void read() {
    if (!stopped) {
      running =
          workers.executeBlocking(this::attempt, false).compose(this::keep).onComplete(this::next);
    }
  }

  private Attempt attempt() {
    Instant began = clock.instant();
    try {
      return new Attempt(began, session.read(), null);
    } catch (SourceException e) {
      return new Attempt(began, e.known(), e);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private Future<Attempt> keep(Attempt attempt) {
    List<Sample> samples = attempt.reading.samples(session.origin(), attempt.began.toEpochMilli());
    Future<Void> kept =
        samples.isEmpty()
            ? Future.succeededFuture()
            : Future.fromCompletionStage(store.write(samples));
    return kept.map(attempt);
  }

  private void next(AsyncResult<Attempt> result) {
    Instant now = clock.instant();
    Attempt attempt =
        result.succeeded() ? result.result() : new Attempt(now, Reading.NOTHING, result.cause());
    Duration took = Duration.between(attempt.began, now);
    if (attempt.failure == null) {
      failures = 0;
      meters.went(took, attempt.reading);
      state = state.up(attempt.began, took, taken(attempt.reading), attempt.reading.notes());
      in(interval.minus(took));
    } else {
      failures++;
      failed(attempt, took, attempt.failure);
      in(wait(attempt.failure).minus(took));
    }
  }

  private void failed(Attempt attempt, Duration took, Throwable failure) {
    String reason = reason(failure);
    meters.failed(took, reason, attempt.reading);
    String told = reason + ": " + failure.getMessage();
    if (state.health() != Health.DOWN) {
      LOG.warn("{} is down: {}", session.origin().url(), told);
    }
    state = state.down(attempt.began, took, told);
  }

  /** Twice as long after each failure, up to a minute; never less than the source asks for. */
  private Duration wait(Throwable failure) {
    Duration doubled = interval.multipliedBy(1L << Math.min(failures - 1, 10));
    Duration wait = longer(interval, shorter(doubled, LONGEST_WAIT));
    return failure instanceof SourceException known ? longer(wait, known.patience()) : wait;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static String reason(Throwable failure) {
    if (failure instanceof SourceException known) {
      return known.reason().label();
    }
    return failure instanceof StoreException ? "store" : "internal";
  }

  private static Taken taken(Reading reading) {
    return new Taken(reading.values().size(), 0, reading.notes().size());
  }

  private record Attempt(Instant began, Reading reading, @Nullable Throwable failure) {}
}
