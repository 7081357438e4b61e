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
      Web.check(url);
      Asking.check(interval);
      Asking.check(timeout);
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
    Web web = new Web(vertx, settings.timeout(), MAX_BYTES);
    Asking asking =
        Asking.start(
            vertx,
            settings.interval(),
            () ->
                web.get(settings.url())
                    .compose(
                        body -> vertx.executeBlocking(() -> read(settings, body.toString()), false))
                    .onSuccess(listing -> findings.found(listing.targets(), listing.reason()))
                    .onFailure(cause -> findings.failed(String.valueOf(cause.getMessage())))
                    .map(settings.interval()));
    return () -> {
      asking.close();
      web.close();
    };
  }

  private static Listing read(Settings settings, String body) {
    return Groups.parse(settings.url().toString(), body, settings.service());
  }
}
