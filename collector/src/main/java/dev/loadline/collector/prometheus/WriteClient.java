package dev.loadline.collector.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Makes one attempt after the other, by the rules of remote write. */
record WriteClient(HttpClient client, PrometheusSettings settings) {
  private static final int REASON_BYTES = 512;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;
  private static final int MOST_DOUBLINGS = 10;

  /**
   * What became of an attempt.
   *
   * @param refusal empty where it was taken
   * @param again whether it is worth another attempt
   * @param afterMillis the least pause that the receiver asks for
   */
  record Outcome(String refusal, boolean again, long afterMillis) {}

  Outcome post(byte[] block) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(settings.writeTo())
            .timeout(settings.timeout())
            .header("content-type", "application/x-protobuf")
            .header("content-encoding", "snappy")
            .header("user-agent", "Loadline")
            .header("x-prometheus-remote-write-version", "0.1.0")
            .POST(BodyPublishers.ofByteArray(block))
            .build();
    try {
      HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return outcome(response, body);
      }
    } catch (IOException e) {
      return new Outcome(String.valueOf(e), true, 0);
    }
  }

  private static Outcome outcome(HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return new Outcome("", false, 0);
    }
    String text = new String(body.readNBytes(REASON_BYTES), StandardCharsets.UTF_8).strip();
    return new Outcome(
        status + " " + text.lines().findFirst().orElse(""),
        status / 100 == 5 || status == 429,
        response
            .headers()
            .firstValue("retry-after")
            .filter(value -> value.matches("\\d{1,6}"))
            .map(value -> Long.parseLong(value) * 1_000)
            .orElse(0L));
  }

  /** Doubles, up to half a minute, by chance up to half less; or what the receiver asks for. */
  long pauseMillis(int attempt, Outcome outcome) {
    long longest =
        Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, MOST_DOUBLINGS));
    long pause = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
    return Math.max(pause, Math.min(outcome.afterMillis, 10 * LONGEST_PAUSE_MILLIS));
  }
}
