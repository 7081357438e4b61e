package dev.loadline.advisor.api;

import dev.loadline.advisor.headroom.Chart;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.signal.SignalReader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /services/{service}/signals}: one signal over time, for the page. */
final class SignalRoutes {
  private static final int MOST_POINTS = 2_000;
  private static final Duration DEFAULT_STEP = Duration.ofSeconds(5);
  private static final Duration DEFAULT_SPAN = Duration.ofMinutes(15);

  private final SignalReader signals;
  private final Clock clock;

  SignalRoutes(SignalReader signals, Clock clock) {
    this.signals = signals;
    this.clock = clock;
  }

  private record Answer(
      String service,
      String resource,
      String signal,
      Instant from,
      Instant to,
      long stepSeconds,
      List<Chart.Point> points) {}

  void mount(Router router) {
    router.get("/services/:service/signals").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    String service = context.pathParam("service");
    String resource = parameter(context, "resource", "requests");
    String name = parameter(context, "signal", Signal.ACQUIRED.label());
    Signal signal =
        Signal.of(name).orElseThrow(() -> Problem.badRequest("no signal '" + name + "'"));
    Duration step = step(context.queryParams().get("step"));
    Instant to = aligned(time(context, "to", clock.instant()), step);
    Instant from = aligned(time(context, "from", to.minus(DEFAULT_SPAN)), step);
    if (!from.isBefore(to) || Duration.between(from, to).dividedBy(step) > MOST_POINTS) {
      throw Problem.badRequest(
          "from must lie before to, at most %d steps apart; widen step".formatted(MOST_POINTS));
    }
    context
        .vertx()
        .executeBlocking(() -> points(service, resource, signal, from, to, step), false)
        .onSuccess(
            points ->
                HeadroomRoutes.json(
                    context,
                    new Answer(
                        service, resource, signal.label(), from, to, step.toSeconds(), points)))
        .onFailure(context::fail);
  }

  private List<Chart.Point> points(
      String service, String resource, Signal signal, Instant from, Instant to, Duration step) {
    if (!signals.services().contains(service)) {
      throw Problem.notFound("nothing is measured of a service '" + service + "'");
    }
    try {
      return new Chart(signals).points(service, resource, signal, from, to, step);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static String parameter(RoutingContext context, String name, String otherwise) {
    String given = context.queryParams().get(name);
    return given == null || given.isBlank() ? otherwise : given;
  }

  private static Duration step(@Nullable String given) {
    if (given == null) {
      return DEFAULT_STEP;
    }
    try {
      long seconds = Long.parseLong(given.endsWith("s") ? given.replaceAll("s$", "") : given);
      if (seconds >= 1 && seconds <= 86_400) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw Problem.badRequest("step is a number of seconds from 1 to 86400: 5s");
  }

  private static Instant time(RoutingContext context, String name, Instant otherwise) {
    String given = context.queryParams().get(name);
    if (given == null) {
      return otherwise;
    }
    try {
      return Instant.parse(given);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest(name + " is a time as in 2027-01-04T10:00:00Z");
    }
  }

  private static Instant aligned(Instant time, Duration step) {
    long seconds = step.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
  }
}
