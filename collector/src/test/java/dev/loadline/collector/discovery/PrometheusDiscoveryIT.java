package dev.loadline.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.Required;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Prometheus. */
class PrometheusDiscoveryIT {
  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void findsWhatAPrometheusScrapesAndKeepsItWhenThatEnds() throws Exception {
    int port = freePort();
    Process prometheus = prometheus(port);
    try (Found found = found(port)) {
      await().atMost(Duration.ofMinutes(5)).until(() -> found.targets().size() == 2);

      assertThat(found.targets())
          .containsExactly(
              "orders orders-0 http://127.0.0.1:9/actuator/prometheus?part=jvm",
              "shop 127.0.0.1:8 https://127.0.0.1:8/metrics");
      assertThat(found.reason()).isEmpty();

      prometheus.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
      int failures = found.failures();
      await().until(() -> found.failures() > failures);
      assertThat(found.targets()).hasSize(2);
      assertThat(found.reason()).startsWith("http://127.0.0.1:" + port + "/api/v1/targets");
    } finally {
      prometheus.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }
  }

  @Test
  void whatIsNoPrometheusIsToldSo() throws Exception {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end("{\"status\":\"success\"}"))
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
    try (Found found = found(port)) {
      await().until(() -> found.failures() > 0);

      assertThat(found.heard()).isFalse();
      assertThat(found.reason()).contains(": not what a Prometheus answers: ");
    }
  }

  private Found found(int port) {
    return Found.by(vertx, "prometheus: {url: \"http://127.0.0.1:" + port + "/\", interval: 1s}");
  }

  private Process prometheus(int port) throws IOException {
    Path program = Required.program("prometheus");
    Path configuration =
        Files.writeString(
            directory.resolve("prometheus.yml"),
            """
            scrape_configs:
              - job_name: orders
                metrics_path: /actuator/prometheus
                params: {part: [jvm]}
                static_configs:
                  - targets: ["127.0.0.1:9"]
                    labels: {instance: orders-0}
              - job_name: web
                scheme: https
                static_configs:
                  - targets: ["127.0.0.1:8"]
                    labels: {service: shop}
            """);
    return new ProcessBuilder(
            program.toString(),
            "--config.file=" + configuration,
            "--storage.tsdb.path=" + directory.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("prometheus.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
