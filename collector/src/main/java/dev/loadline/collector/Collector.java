package dev.loadline.collector;

import dev.loadline.collector.api.CollectorRoutes;
import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.discovery.Discovery;
import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.ingest.IngestRoutes;
import dev.loadline.collector.scrape.Scraper;
import dev.loadline.collector.scrape.TargetState;
import dev.loadline.collector.signal.SignalReader;
import dev.loadline.collector.source.Sources;
import dev.loadline.collector.store.SignalStore;
import dev.loadline.collector.yaml.Chosen;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The collector as a whole: discovery, scrape, catalogue, store. */
public final class Collector {
  private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
  private static final Duration EXPIRE_EVERY = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final CollectorSettings settings;
  private final SignalStore store;
  private final Scraper scraper;
  private final IngestRoutes ingest;
  private final Sources sources;
  private final InstantSource clock = InstantSource.system();
  private final Map<Integer, Set<Target>> found = new ConcurrentHashMap<>();
  private final List<AutoCloseable> discoveries = new ArrayList<>();
  private final long expiry;

  private Collector(
      Vertx vertx,
      CollectorSettings settings,
      Catalogue catalogue,
      SignalStore store,
      MeterRegistry registry) {
    this.vertx = vertx;
    this.settings = settings;
    this.store = store;
    this.ingest = new IngestRoutes(vertx, settings.ingest(), catalogue, store, registry, clock);
    this.scraper =
        new Scraper(
            vertx,
            settings.interval(),
            settings.timeout(),
            settings.limits(),
            new CatalogueIntake(catalogue, store.hurried(), registry),
            registry,
            clock);
    this.sources =
        new Sources(
            vertx, settings.sources(), settings.interval(), store.hurried(), registry, clock);
    this.expiry = vertx.setPeriodic(1_000, EXPIRE_EVERY.toMillis(), unused -> expire());
  }

  /**
   * Opens the store and starts to look for targets and to scrape them.
   *
   * @param data a directory of its own, made where it is not there
   * @return fails with a {@link dev.loadline.collector.store.StoreException} where another process
   *     has the directory, with an {@link IllegalArgumentException} where tables are wrong
   */
  public static Future<Collector> start(
      Vertx vertx, CollectorSettings settings, Path data, MeterRegistry registry) {
    return start(vertx, settings, StoreSettings.embedded(), data, registry);
  }

  /** The same with signals kept where {@code store} says. */
  public static Future<Collector> start(
      Vertx vertx,
      CollectorSettings settings,
      StoreSettings store,
      Path data,
      MeterRegistry registry) {
    return vertx
        .executeBlocking(() -> Catalogues.with(settings.catalogue()), false)
        .compose(
            catalogue ->
                vertx
                    .executeBlocking(() -> store.open(data, registry), false)
                    .map(opened -> new Collector(vertx, settings, catalogue, opened, registry)))
        .map(
            collector -> {
              collector.discover();
              return collector;
            });
  }

  /** What was measured so far. */
  public SignalReader signals() {
    return store;
  }

  /**
   * Adds {@code /targets}, {@code /signals} and {@code /signals/services}, and what others push to:
   * {@code /v1/metrics} and {@code /api/v1/write}.
   */
  public void mount(Router router) {
    ingest.mount(router);
    new CollectorRoutes(vertx, this::states, store, clock).mount(router);
  }

  /** Whether every discovery has answered at least once. */
  public boolean ready() {
    return found.size() == settings.discovery().size();
  }

  /** Stops scraping; what was taken is on the disk when the future completes. */
  public Future<Void> close() {
    vertx.cancelTimer(expiry);
    discoveries.forEach(Collector::stop);
    return Future.join(scraper.close(), sources.close())
        .eventually(
            () ->
                vertx.executeBlocking(
                    () -> {
                      store.close();
                      return null;
                    },
                    false))
        .mapEmpty();
  }

  private List<TargetState> states() {
    return Stream.concat(scraper.states().stream(), sources.states().stream()).toList();
  }

  private void discover() {
    for (int i = 0; i < settings.discovery().size(); i++) {
      Chosen<Discovery<?>> chosen = settings.discovery().get(i);
      discoveries.add(discover(i, chosen.plugin(), chosen.settings()));
    }
  }

  private <S extends Record> AutoCloseable discover(
      int index, Discovery<S> discovery, Record chosen) {
    return discovery.discover(
        vertx, discovery.settings().cast(chosen), targets -> found(index, targets));
  }

  private void found(int index, Set<Target> targets) {
    found.put(index, Set.copyOf(targets));
    Set<Target> all = new HashSet<>();
    found.values().forEach(all::addAll);
    scraper.scrape(all);
  }

  private void expire() {
    Future.fromCompletionStage(store.expire(clock.instant().minus(settings.retention())))
        .onFailure(cause -> LOG.warn("old samples stay for now: {}", cause.getMessage()));
  }

  private static void stop(AutoCloseable discovery) {
    try {
      discovery.close();
    } catch (Exception e) {
      LOG.warn("a discovery did not stop", e);
    }
  }
}
