package dev.loadline.collector.prometheus;

import dev.loadline.collector.store.StoreException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/**
 * Asks by Prometheus' HTTP API.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API</a>
 */
record PromQl(HttpClient client, PrometheusSettings settings) {

  /**
   * The {@code data} of an answer.
   *
   * @param parameters names and values in turn
   * @throws StoreException where there is no answer, or one that refuses
   */
  Object get(String path, String... parameters) {
    StringBuilder query = new StringBuilder(path);
    for (int i = 0; i < parameters.length; i += 2) {
      query
          .append(i == 0 ? '?' : '&')
          .append(encoded(parameters[i]))
          .append('=')
          .append(encoded(parameters[i + 1]));
    }
    JsonObject answer = json(settings.queryAt(query.toString()));
    Object data = answer.getValue("data");
    if (!"success".equals(answer.getString("status")) || data == null) {
      throw new StoreException(
          settings.query() + " refuses: " + answer.getString("error", "it does not say why"));
    }
    return data;
  }

  JsonArray list(String path, String... parameters) {
    return get(path, parameters) instanceof JsonArray list ? list : new JsonArray();
  }

  /** What {@code series} had in the last so many milliseconds before a time, each as it was. */
  JsonArray raw(String series, long untilMillis, long rangeMillis) {
    Object data =
        get(
            "/api/v1/query",
            "query",
            series + "[" + rangeMillis + "ms]",
            "time",
            seconds(untilMillis));
    return data instanceof JsonObject result
        ? result.getJsonArray("result", new JsonArray())
        : new JsonArray();
  }

  static String seconds(long epochMillis) {
    return "%d.%03d".formatted(epochMillis / 1_000, epochMillis % 1_000);
  }

  /** A text as it stands between quotation marks. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private JsonObject json(URI url) {
    try {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(url).timeout(settings.timeout()).build(),
              BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        byte[] body = in.readNBytes(settings.bodyBytes() + 1);
        if (body.length > settings.bodyBytes()) {
          throw new StoreException(
              settings.query() + " answers more than " + settings.bodyBytes() + " bytes");
        }
        return new JsonObject(Buffer.buffer(body));
      }
    } catch (IOException | DecodeException e) {
      throw new StoreException("cannot read from " + settings.query(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while reading from " + settings.query(), e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
