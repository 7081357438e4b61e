package dev.loadline.advisor.api;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.headroom.Board;
import dev.loadline.advisor.headroom.ServiceHeadroom;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Collection;
import java.util.function.BooleanSupplier;

/** All routes of the advisor. */
public final class AdvisorApi {
  private static final String POLICY =
      "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private final Board board;
  private final Collection<ModelFile> models;
  private final BooleanSupplier ready;
  private final EventRoutes events;
  private final Gauging gauging;

  /**
   * @param models documents that can be asked for
   * @param ready whether answers can be expected
   */
  public AdvisorApi(
      Board board,
      Collection<ModelFile> models,
      PrometheusMeterRegistry registry,
      BooleanSupplier ready) {
    this.board = board;
    this.models = models;
    this.ready = ready;
    this.events = new EventRoutes(board);
    this.gauging = new Gauging(registry);
  }

  /** What every route has in common: headers, timing, how refusals are written. First of all. */
  public static void prepare(Router router, PrometheusMeterRegistry registry) {
    MetricRoutes metrics = new MetricRoutes(registry);
    router.route().handler(AdvisorApi::secure).handler(metrics::time);
    router.route().failureHandler(Problem::answer);
    for (int status : new int[] {400, 404, 405, 406, 413, 500}) {
      router.errorHandler(status, Problem::answer);
    }
    metrics.mount(router);
    router.get("/healthz").handler(context -> plain(context, 200, "ok\n"));
  }

  public void mount(Router router) {
    router.get("/readyz").handler(this::readiness);
    new HeadroomRoutes(board).mount(router);
    new SignalRoutes(board.signals(), Clock.systemUTC()).mount(router);
    new DocumentRoutes(models, board).mount(router);
    events.mount(router);
    new PageRoutes().mount(router);
  }

  /** Shows new answers to all who listen and to those who scrape. */
  public void show(Collection<ServiceHeadroom> answers) {
    gauging.show(answers);
    events.tell(answers);
  }

  private void readiness(RoutingContext context) {
    if (ready.getAsBoolean()) {
      plain(context, 200, "ready\n");
    } else {
      throw Problem.unavailable("the collector has not started yet");
    }
  }

  private static void plain(RoutingContext context, int status, String text) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "text/plain; charset=utf-8")
        .end(text)
        .onFailure(context::fail);
  }

  private static void secure(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .putHeader("content-security-policy", POLICY)
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("x-frame-options", "DENY")
        .putHeader("referrer-policy", "no-referrer");
    context.next();
  }
}
