package dev.loadline.collector.api;

import dev.loadline.collector.discovery.Discoveries;
import dev.loadline.collector.scrape.TargetState;
import dev.loadline.collector.signal.SignalReader;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /targets}, {@code /signals/services} and {@code /signals?service=&from=&to=}. */
public final class CollectorRoutes {
  private static final Duration DEFAULT_RANGE = Duration.ofMinutes(15);

  private final Vertx vertx;
  private final Supplier<List<TargetState>> targets;
  private final Discoveries discoveries;
  private final SignalReader signals;
  private final InstantSource clock;

  public CollectorRoutes(
      Vertx vertx,
      Supplier<List<TargetState>> targets,
      Discoveries discoveries,
      SignalReader signals,
      InstantSource clock) {
    this.vertx = vertx;
    this.targets = targets;
    this.discoveries = discoveries;
    this.signals = signals;
    this.clock = clock;
  }

  public void mount(Router router) {
    router.get("/targets").handler(this::targets);
    router.get("/signals/services").handler(this::services);
    router.get("/signals").handler(this::signals);
  }

  private void targets(RoutingContext context) {
    Instant now = clock.instant();
    JsonArray states = new JsonArray();
    targets.get().forEach(state -> states.add(Json.target(state, now)));
    JsonArray found = new JsonArray();
    discoveries.states().forEach(state -> found.add(Json.discovery(state)));
    ok(
        context,
        new JsonObject()
            .put("targets", states)
            .put("discoveries", found)
            .put("frozen", discoveries.frozen().map(Json::frozen).orElse(null)));
  }

  private void services(RoutingContext context) {
    ok(context, new JsonObject().put("services", new JsonArray(List.copyOf(signals.services()))));
  }

  private void signals(RoutingContext context) {
    String service = context.request().getParam("service");
    if (service == null || !signals.services().contains(service)) {
      problem(context, 404, "no such service", "known: " + String.join(", ", signals.services()));
      return;
    }
    Instant now = clock.instant();
    try {
      Instant to = time(context.request().getParam("to"), now);
      Instant from = time(context.request().getParam("from"), to.minus(DEFAULT_RANGE));
      vertx
          .executeBlocking(() -> Json.lines(service, signals.read(service, from, to)), false)
          .onSuccess(answer -> ok(context, answer))
          .onFailure(context::fail);
    } catch (DateTimeParseException e) {
      problem(context, 400, "not a time", "write " + e.getParsedString() + " as " + now);
    }
  }

  private static Instant time(@Nullable String text, Instant fallback) {
    return text == null ? fallback : Instant.parse(text);
  }

  private static void ok(RoutingContext context, JsonObject body) {
    context.response().putHeader("content-type", "application/json").end(body.encode());
  }

  /** RFC 9457. */
  private static void problem(RoutingContext context, int status, String title, String detail) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .end(
            new JsonObject()
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .encode());
  }
}
