package dev.loadline.collector.api;

import dev.loadline.collector.discovery.DiscoveryState;
import dev.loadline.collector.scrape.TargetState;
import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Series;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The collector's answers as JSON. */
final class Json {
  private Json() {}

  static JsonObject target(TargetState state, Instant now) {
    return new JsonObject()
        .put("service", state.service())
        .put("instance", state.instance())
        .put("url", state.url())
        .put("state", state.health().name().toLowerCase(Locale.ROOT))
        .put("reason", state.reason().isEmpty() ? null : state.reason())
        .put("since", state.since().toString())
        .put("last_scrape", state.scraped().map(Instant::toString).orElse(null))
        .put(
            "age_seconds",
            state.scraped().map(at -> seconds(Duration.between(at, now))).orElse(null))
        .put("took_seconds", seconds(state.took()))
        .put("samples", state.taken().samples())
        .put("unrecognised", state.taken().unrecognised())
        .put("dropped", state.taken().dropped())
        .put("notes", new JsonArray(state.notes()));
  }

  static JsonObject discovery(DiscoveryState state) {
    return new JsonObject()
        .put("mechanism", state.mechanism())
        .put("state", state.state().name().toLowerCase(Locale.ROOT))
        .put("reason", state.reason().isEmpty() ? null : state.reason())
        .put("targets", state.targets())
        .put("at", state.at().toString());
  }

  static JsonObject frozen(DiscoveryState.Frozen frozen) {
    return new JsonObject().put("reason", frozen.reason()).put("since", frozen.since().toString());
  }

  static JsonObject lines(String service, List<Line> lines) {
    JsonArray all = new JsonArray();
    lines.forEach(line -> all.add(line(line)));
    return new JsonObject().put("service", service).put("lines", all);
  }

  private static JsonObject line(Line line) {
    Series series = line.series();
    JsonArray points = new JsonArray();
    for (int i = 0; i < line.size(); i++) {
      points.add(
          new JsonArray()
              .add(Instant.ofEpochMilli(line.epochMillis(i)).toString())
              .add(line.value(i)));
    }
    JsonObject labels = new JsonObject();
    series.labels().forEach(labels::put);
    return new JsonObject()
        .put("instance", series.instance())
        .put("sensor", series.sensor())
        .put("resource", series.resource().toString())
        .put("signal", series.signal().label())
        .put("part", series.part().name().toLowerCase(Locale.ROOT))
        .put("labels", labels)
        .put("points", points);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
