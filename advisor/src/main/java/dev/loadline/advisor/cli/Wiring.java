package dev.loadline.advisor.cli;

import dev.loadline.advisor.api.AdvisorApi;
import dev.loadline.collector.Collector;
import dev.loadline.collector.Explainer;
import dev.loadline.collector.signal.Explanation;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts the parts together; the only place that knows the collector, and which roles are played. */
public final class Wiring {
  private static final int IDLE_SECONDS = 75;
  private static final int EXPLAIN_SECONDS = 30;

  private final LoadlineSettings settings;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(noFiles()));
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private @Nullable Collector collector;
  private @Nullable Advising advising;
  private @Nullable JvmGcMetrics pauses;

  private Wiring(LoadlineSettings settings) {
    this.settings = settings;
  }

  /** What was started. */
  public interface Running {

    /** The port that was bound, where the configuration said 0 too. */
    int port();

    /** Stops everything; what was acknowledged is on disk when the future completes. */
    Future<Void> close();
  }

  /**
   * Starts the roles that the settings name.
   *
   * @return fails where the port or the data directory is not to be had, or a document is wrong;
   *     nothing runs on then
   */
  public static Future<Running> start(LoadlineSettings settings) {
    Wiring wiring = new Wiring(settings);
    // Bound to no event loop, for the same reason as in close().
    Promise<Running> outcome = Promise.promise();
    wiring
        .startParts()
        .onSuccess(outcome::complete)
        .onFailure(failure -> wiring.close().onComplete(closed -> outcome.fail(failure)));
    return outcome.future();
  }

  /**
   * What an exposition is understood to say.
   *
   * @param name how a refusal calls it
   * @param tables of the reader's own, files or directories
   * @throws IllegalArgumentException for tables that are wrong, and with line and byte of an
   *     exposition that cannot be read
   */
  static Explanation explain(String name, byte[] exposition, List<Path> tables) {
    Explainer explainer = new Explainer(tables);
    try {
      return explainer.explain(exposition);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /** The same of an address, which is read as a scrape reads it. */
  static Explanation explain(URI url, List<Path> tables) {
    Explainer explainer = new Explainer(tables);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(noFiles()));
    try {
      return explainer.explain(vertx, url).await(EXPLAIN_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalArgumentException(url + ": " + e.getMessage(), e);
    } finally {
      vertx.close();
    }
  }

  /**
   * Refuses tables of exporters that are wrong.
   *
   * @throws IllegalArgumentException with all that is wrong
   */
  static void check(LoadlineSettings settings) {
    new Explainer(settings.collector().catalogue());
  }

  private Future<Running> startParts() {
    measureOurselves();
    return Collector.start(
            vertx,
            settings.collector(),
            settings.store(),
            settings.data().resolve("collector"),
            registry)
        .compose(
            started -> {
              collector = started;
              Router router = Router.router(vertx);
              AdvisorApi.prepare(router, registry);
              started.mount(router);
              if (settings.roles().contains(Role.ADVISOR)) {
                advise(started, router);
              }
              return listen(router);
            })
        .map(this::running);
  }

  private void advise(Collector started, Router router) {
    Advising part =
        new Advising(
            vertx,
            started.signals(),
            settings.watched(),
            settings.channels(),
            directory(settings.data().resolve("advisor")),
            URI.create("http://" + settings.listen() + "/"),
            registry,
            started::ready);
    advising = part;
    part.mount(router);
  }

  private Future<HttpServer> listen(Router router) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setMaxInitialLineLength(8_192)
            .setMaxHeaderSize(16_384)
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .listen(settings.listen().port(), settings.listen().host());
  }

  private Running running(HttpServer server) {
    return new Running() {
      @Override
      public int port() {
        return server.actualPort();
      }

      @Override
      public Future<Void> close() {
        return Wiring.this.close();
      }
    };
  }

  private Future<Void> close() {
    if (advising != null) {
      advising.close();
    }
    if (pauses != null) {
      pauses.close();
    }
    Future<Void> collected = collector == null ? Future.succeededFuture() : collector.close();
    // Bound to no event loop: a future of the loops that are being closed would never complete.
    Promise<Void> closed = Promise.promise();
    collected.onComplete(done -> vertx.close().onComplete(closed));
    return closed.future();
  }

  private void measureOurselves() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    JvmGcMetrics collections = new JvmGcMetrics();
    collections.bindTo(registry);
    pauses = collections;
  }

  private static Path directory(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new IllegalArgumentException("data: cannot make " + path + ": " + e.getMessage(), e);
    }
  }

  /** Nothing is unpacked, so that a read-only root file system does. */
  private static FileSystemOptions noFiles() {
    return new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
  }
}
