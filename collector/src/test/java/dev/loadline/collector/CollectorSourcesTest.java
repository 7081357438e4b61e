package dev.loadline.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.yaml.ProblemsException;
import dev.loadline.collector.yaml.YamlDocument;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources from the configuration to the store and to {@code /targets}. */
class CollectorSourcesTest {
  @TempDir private Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whatASourceTellsIsKeptAndWhatItMissesIsSaid() throws IOException {
    process("0::/\n");
    Collector collector = start("- process: {service: orders, pid: 7, proc: %s, cgroup: %s}");

    await().until(() -> targets(collector).getJsonObject(0).getString("state").equals("up"));

    JsonObject target = targets(collector).getJsonObject(0);
    assertThat(target.getString("service")).isEqualTo("orders");
    assertThat(target.getString("instance")).isEqualTo("7");
    assertThat(target.getInteger("samples")).isEqualTo(1);
    assertThat(target.getInteger("dropped")).isEqualTo(1);
    assertThat(target.getJsonArray("notes"))
        .containsExactly("the descriptors are not ours to see; run as the user of the process");
    assertThat(target.getDouble("age_seconds")).isNotNegative();
    assertThat(lines(collector))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.series().sensor()).isEqualTo("process");
              assertThat(line.series().resource()).hasToString("memory/process");
              assertThat(line.value(0)).isEqualTo(4_096);
            });
    collector.close().await();
  }

  @Test
  void aSourceThatFailsIsDownGivesNothingAndComesBack() throws IOException {
    Collector collector = start("- process: {service: orders, pid: 7, proc: %s, cgroup: %s}");
    await().until(() -> targets(collector).getJsonObject(0).getString("state").equals("down"));

    assertThat(targets(collector).getJsonObject(0).getString("reason"))
        .isEqualTo("connect: there is no process " + directory.resolve("7"));
    assertThat(lines(collector)).isEmpty();
    assertThat(
            meters
                .counter("loadline.source.failures", "source", "process", "reason", "connect")
                .count())
        .isPositive();

    process("0::/\n");
    await().until(() -> targets(collector).getJsonObject(0).getString("state").equals("up"));
    collector.close().await();
  }

  @Test
  void anUnknownSourceIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> settings("- redi: {service: orders}"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("unknown key 'redi'")
        .hasMessageContaining("did you mean 'redis'?");
  }

  private void process(String group) throws IOException {
    Path process = Files.createDirectories(directory.resolve("7"));
    Files.writeString(directory.resolve("cgroup.controllers"), "memory\n");
    Files.writeString(directory.resolve("memory.current"), "4096\n");
    Files.writeString(process.resolve("limits"), "");
    Files.writeString(process.resolve("cgroup"), group);
  }

  private Collector start(String source) {
    CollectorSettings settings = settings(source.formatted(directory, directory));
    return Collector.start(vertx, settings, directory.resolve("data"), meters).await();
  }

  private static CollectorSettings settings(String source) {
    return YamlDocument.parse("loadline.yaml", "interval: 100ms\nsources:\n" + source)
        .bind(CollectorSettings.class);
  }

  private static List<Line> lines(Collector collector) {
    Instant now = Instant.now();
    return collector
        .signals()
        .read("orders", now.minus(Duration.ofMinutes(5)), now.plus(Duration.ofMinutes(5)));
  }

  private JsonArray targets(Collector collector) {
    Router router = Router.router(vertx);
    collector.mount(router);
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    var client = vertx.createHttpClient();
    try {
      return client
          .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/targets")
          .compose(request -> request.send().compose(HttpClientResponse::body))
          .await()
          .toJsonObject()
          .getJsonArray("targets");
    } finally {
      client.close().await();
      server.close().await();
    }
  }
}
