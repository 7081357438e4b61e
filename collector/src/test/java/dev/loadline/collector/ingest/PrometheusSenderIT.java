package dev.loadline.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.prometheus.RealEngine;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus that scrapes a target and writes what it got to us. */
class PrometheusSenderIT {
  private static final String PAGE =
      """
      # TYPE hikaricp_connections_max gauge
      hikaricp_connections_max{pool="db"} 15
      # TYPE hikaricp_connections_timeout_total counter
      hikaricp_connections_timeout_total{pool="db"} 3
      stranger 1
      """;

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whatItScrapesArrivesUnderJobAndInstance() throws Exception {
    int target =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> request.response().putHeader("content-type", "text/plain").end(PAGE))
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
    try (Receiver receiver =
            new Receiver(Files.createDirectory(directory.resolve("data")), IngestLimits.STANDARD);
        RealEngine prometheus =
            RealEngine.prometheus(directory, config(target, receiver.url("/api/v1/write")))) {
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(receiver.latest("orders"))
                      .containsEntry("pool/db limit value {}", 15.0)
                      .containsEntry("pool/db timeouts value {}", 3.0));

      assertThat(prometheus.url()).startsWith("http://");
      assertThat(receiver.store.series("orders"))
          .extracting("instance")
          .containsOnly("127.0.0.1:" + target);
      assertThat(receiver.count("loadline.ingest.points", "protocol", "remote_write"))
          .isGreaterThan(receiver.count("loadline.ingest.samples", "protocol", "remote_write"));
      assertThat(receiver.meters.find("loadline.ingest.refused").counters()).isEmpty();
      assertThat(receiver.meters.find("loadline.ingest.rejected").counters()).isEmpty();
    }
  }

  private static String config(int target, String url) {
    return """
    global: {scrape_interval: 1s}
    scrape_configs:
      - job_name: orders
        static_configs: [{targets: ["127.0.0.1:%d"]}]
    remote_write:
      - url: %s
        queue_config: {batch_send_deadline: 200ms}
    """
        .formatted(target, url);
  }
}
