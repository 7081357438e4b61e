package dev.loadline.collector.discovery;

import com.google.auto.service.AutoService;
import dev.loadline.collector.yaml.Default;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a Prometheus scrapes, at the same addresses: {@code prometheus: {url:
 * "http://prometheus:9090"}}. Where it does not answer, what it said last stays.
 */
@SuppressWarnings("rawtypes")
@AutoService(Discovery.class)
public final class PrometheusDiscovery implements Discovery<PrometheusDiscovery.Settings> {
  private static final int MAX_BYTES = 64 * 1024 * 1024;
  private static final String PATH = "/api/v1/targets?state=active";

  /**
   * @param url of the server, with its path prefix where it has one
   * @param interval from one answer to the next question
   * @param timeout for a whole answer
   */
  public record Settings(
      URI url,
      @Default("{}") Naming service,
      @Default("60s") Duration interval,
      @Default("10s") Duration timeout) {

    public Settings {
      new Polled(url, interval, timeout, MAX_BYTES);
    }

    Polled polled() {
      return new Polled(question(), interval, timeout, MAX_BYTES);
    }

    URI question() {
      return URI.create(url.toString().replaceAll("/+$", "") + PATH);
    }
  }

  @Override
  public String name() {
    return "prometheus";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public AutoCloseable discover(Vertx vertx, Settings settings, Findings findings) {
    return settings.polled().start(vertx, body -> read(settings, body), findings);
  }

  private static Listing read(Settings settings, Buffer body) {
    try {
      JsonArray active = body.toJsonObject().getJsonObject("data").getJsonArray("activeTargets");
      Listing.Builder listing = new Listing.Builder();
      for (int i = 0; i < active.size(); i++) {
        add(active.getJsonObject(i), settings.service(), listing);
      }
      return listing.build();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          settings.question() + ": not what a Prometheus answers: " + e.getMessage(), e);
    }
  }

  private static void add(JsonObject target, Naming naming, Listing.Builder listing) {
    String url = target.getString("scrapeUrl");
    Map<String, String> labels = new TreeMap<>();
    target
        .getJsonObject("labels")
        .forEach(label -> labels.put(label.getKey(), label.getValue().toString()));
    try {
      String instance = labels.getOrDefault("instance", "");
      listing.add(Target.found(naming.of(labels), instance, URI.create(url)));
    } catch (IllegalArgumentException e) {
      listing.refuse(url, e);
    }
  }
}
