package dev.loadline.collector.discovery;

import com.google.auto.service.AutoService;
import dev.loadline.collector.yaml.Default;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;

/**
 * Lists of targets that a server gives, as Prometheus' {@code http_sd} has them: {@code http: {url:
 * "http://inventory:8080/targets"}}. Where it does not answer with a list, the last one stays.
 */
@SuppressWarnings("rawtypes")
@AutoService(Discovery.class)
public final class HttpDiscovery implements Discovery<HttpDiscovery.Settings> {
  private static final int MAX_BYTES = 3 * 1024 * 1024;

  /**
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
      return new Polled(url, interval, timeout, MAX_BYTES);
    }
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public AutoCloseable discover(Vertx vertx, Settings settings, Findings findings) {
    return settings.polled().start(vertx, body -> read(settings, body.toString()), findings);
  }

  private static Listing read(Settings settings, String body) {
    return Groups.parse(settings.url().toString(), body, settings.service());
  }
}
