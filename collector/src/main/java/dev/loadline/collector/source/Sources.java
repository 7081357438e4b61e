package dev.loadline.collector.source;

import dev.loadline.collector.scrape.TargetState;
import dev.loadline.collector.store.SignalWriter;
import dev.loadline.collector.yaml.Chosen;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads all sources that the configuration names, each once in every interval. */
public final class Sources {
  private static final int MAX_THREADS = 16;
  private static final int FIRST_WITHIN_MILLIS = 1_000;

  private final WorkerExecutor workers;
  private final List<SourceLoop> loops = new ArrayList<>();

  public Sources(
      Vertx vertx,
      List<Chosen<Source<?>>> chosen,
      Duration interval,
      SignalWriter store,
      MeterRegistry registry,
      InstantSource clock) {
    int threads = Math.max(1, Math.min(chosen.size(), MAX_THREADS));
    this.workers =
        vertx.createSharedWorkerExecutor("loadline-sources", threads, 1, TimeUnit.MINUTES);
    for (Chosen<Source<?>> each : chosen) {
      SourceMeters meters = new SourceMeters(registry, each.plugin().name());
      Session session = session(each.plugin(), each.settings());
      loops.add(new SourceLoop(vertx, workers, session, interval, store, meters, clock));
    }
    for (int i = 0; i < loops.size(); i++) {
      loops.get(i).in(Duration.ofMillis((long) FIRST_WITHIN_MILLIS * i / loops.size()));
    }
  }

  /** How each source fares, in the order of the configuration. */
  public List<TargetState> states() {
    return loops.stream().map(SourceLoop::state).toList();
  }

  /** Completes when every connection is closed. */
  public Future<Void> close() {
    return Future.join(loops.stream().map(SourceLoop::stop).toList())
        .eventually(workers::close)
        .mapEmpty();
  }

  private static <S extends Record> Session session(Source<S> source, Record settings) {
    return source.session(source.settings().cast(settings));
  }
}
