package dev.loadline.collector;

import dev.loadline.collector.api.CollectorRoutes;
import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.discovery.Discoveries;
import dev.loadline.collector.discovery.DiscoveryState.Frozen;
import dev.loadline.collector.ingest.IngestRoutes;
import dev.loadline.collector.scrape.Refused;
import dev.loadline.collector.scrape.Scraper;
import dev.loadline.collector.scrape.TargetState;
import dev.loadline.collector.signal.SignalReader;
import dev.loadline.collector.source.Sources;
import dev.loadline.collector.store.SignalStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
  private final Discoveries discoveries;
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
            new Refused(settings.allow()),
            new CatalogueIntake(catalogue, store.hurried(), registry),
            registry,
            clock);
    this.sources =
        new Sources(
            vertx, settings.sources(), settings.interval(), store.hurried(), registry, clock);
    this.discoveries =
        Discoveries.start(
            vertx, settings.discovery(), settings.hold(), registry, clock, scraper::scrape);
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
                    .map(opened -> new Collector(vertx, settings, catalogue, opened, registry)));
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
    new CollectorRoutes(vertx, this::states, discoveries, store, clock).mount(router);
  }

  /** Whether every discovery has answered at least once. */
  public boolean ready() {
    return discoveries.ready();
  }

  /**
   * A sudden loss of targets that is not believed yet; advice of that time is not to be trusted.
   */
  public Optional<Frozen> frozen() {
    return discoveries.frozen();
  }

  /** Stops scraping; what was taken is on the disk when the future completes. */
  public Future<Void> close() {
    vertx.cancelTimer(expiry);
    discoveries.close();
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

  private void expire() {
    Future.fromCompletionStage(store.expire(clock.instant().minus(settings.retention())))
        .onFailure(cause -> LOG.warn("old samples stay for now: {}", cause.getMessage()));
  }
}
