package dev.loadline.advisor.api;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/** {@code /metrics}, and the timing of every request of our own. */
final class MetricRoutes {
  private final PrometheusMeterRegistry registry;

  MetricRoutes(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  void mount(Router router) {
    router.get("/metrics").handler(this::scrape);
  }

  /** Goes before all other routes. */
  void time(RoutingContext context) {
    long start = System.nanoTime();
    context.addEndHandler(
        ended ->
            timer(context, context.response().getStatusCode())
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS));
    context.next();
  }

  private Timer timer(RoutingContext context, int status) {
    Route route = context.currentRoute();
    String path = route == null || route.getPath() == null ? "none" : route.getPath();
    return Timer.builder("http.server.request.duration")
        .description("Requests that this process answered")
        .tag("http_request_method", context.request().method().name())
        .tag("http_route", path)
        .tag("http_response_status_code", Integer.toString(status))
        .register(registry);
  }

  private void scrape(RoutingContext context) {
    String accepted = context.request().getHeader("accept");
    boolean open = accepted != null && accepted.contains("application/openmetrics-text");
    String type =
        open
            ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
            : "text/plain; version=0.0.4; charset=utf-8";
    context
        .response()
        .putHeader("content-type", type)
        .end(registry.scrape(type))
        .onFailure(context::fail);
  }
}
