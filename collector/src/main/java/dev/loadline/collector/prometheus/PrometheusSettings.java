package dev.loadline.collector.prometheus;

import dev.loadline.collector.yaml.Default;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;

/**
 * What stands under {@code store: prometheus:}.
 *
 * @param query where PromQL is answered, {@code http://prometheus:9090}
 * @param write where remote write is taken; without a path that of Prometheus is meant
 * @param timeout for a whole answer
 * @param queue samples that wait while it does not answer
 * @param bodyBytes of one answer
 */
public record PrometheusSettings(
    String query,
    String write,
    @Default("10s") Duration timeout,
    @Default("500000") int queue,
    @Default("67108864") int bodyBytes) {

  public PrometheusSettings {
    query = stripped(query, "query");
    write = stripped(write, "write");
    if (timeout.compareTo(Duration.ofMillis(1)) < 0 || queue < 1 || bodyBytes < 1) {
      throw new IllegalArgumentException("timeout, queue and body_bytes are above zero");
    }
  }

  URI queryAt(String path) {
    return URI.create(query + path);
  }

  URI writeTo() {
    URI plain = URI.create(write);
    return plain.getPath().isEmpty() ? URI.create(write + "/api/v1/write") : plain;
  }

  private static String stripped(String text, String key) {
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null && url.getUserInfo() == null) {
        return text.replaceFirst("/+$", "");
      }
    } catch (URISyntaxException e) {
      // Told below, as every other text that is no address.
    }
    throw new IllegalArgumentException(
        key + " takes http://host:port or https://host:port, without user and password");
  }
}
