package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VertxProbeIT {

  private static final String NEWEST = "5.2.3";
  private static final String WORKERS =
      "{kind=\"workers\",resource=\"vert.x-worker-thread\",library=\"jdk-executor\"";
  private static final String LOOPS =
      "{kind=\"event-loop\",resource=\"vert.x-eventloop-thread\",library=\"netty\"";
  private static final String CALLABLE = "vertx.executeBlocking(() -> hold(context), false)";
  private static final String PROMISE =
      "vertx.<Object>executeBlocking(promise -> promise.complete(hold(context)), false, done -> {})";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "3.9.16, 3.9.16, false",
    "4.0.3, 4.0.3, true",
    "4.3.8, 4.3.8, true",
    "4.5.32, 4.5.36, true",
    "5.0.12, 5.0.12, true",
    "5.1.6, 5.2.3, true"
  })
  void requestsLoopsAndWorkersAreCounted(String web, String version, boolean routed)
      throws Exception {
    boolean callable = version.startsWith("4.5") || version.startsWith("5.");
    String classPath =
        Libraries.application(
            directory,
            List.of("VertxShop"),
            source -> callable ? source : source.replace(CALLABLE, PROMISE),
            "io.vertx:vertx-core:" + version,
            "io.vertx:vertx-web:" + web);
    for (String home : ChildJvm.javaHomes().limit(version.equals(NEWEST) ? 2 : 1).toList()) {
      Path release = directory.resolve("release-" + home.hashCode());
      try (ChildJvm jvm =
          ChildJvm.start(home, directory, "port=0", List.of(), classPath, "VertxShop", "" + release)
              .ready()) {
        known(jvm, routed);
        held(jvm, release, routed);
        assertThat(jvm.get("/agent/status", "*/*").body())
            .contains("\"name\": \"vertx\", \"state\": \"matched\"");
      }
    }
  }

  /** Half of them by HTTP/2. */
  private static void known(ChildJvm jvm, boolean routed) throws Exception {
    ShopLoad one = new ShopLoad(jvm, "vertx");
    ShopLoad two = new ShopLoad(jvm, "vertx", HttpClient.Version.HTTP_2);
    for (ShopLoad load : List.of(one, two)) {
      load.answered(5, "/items/1", 200);
      load.answered(3, "/items/2?status=429", 429);
      load.answered(2, "/items/3?status=503", 503);
      load.answered(1, "/nowhere", 404);
    }
    String item = routed ? "/items/:id" : "unknown";
    one.awaiting(
        metrics -> {
          assertThat(one.requests(metrics, "acquired_total")).isEqualTo(22);
          assertThat(one.requests(metrics, "rejected_total")).isEqualTo(10);
          assertThat(one.requests(metrics, "in_use")).isZero();
          assertThat(one.route(metrics, item, 200)).isEqualTo(10);
          assertThat(one.route(metrics, item, 429)).isEqualTo(6);
          assertThat(one.route(metrics, item, 503)).isEqualTo(4);
          assertThat(one.route(metrics, "unknown", 404)).isEqualTo(2);
          assertThat(metrics).doesNotContain("/items/1");
          assertThat(sample(metrics, "loadline_resource_limit" + LOOPS)).isEqualTo(2);
          assertThat(sample(metrics, "loadline_resource_in_use_seconds_total" + LOOPS))
              .isPositive();
        });
  }

  /** Of five that need a worker, two have one; two more wait for nobody's thread. */
  private static void held(ChildJvm jvm, Path release, boolean routed) throws Exception {
    ShopLoad one = new ShopLoad(jvm, "vertx");
    ShopLoad two = new ShopLoad(jvm, "vertx", HttpClient.Version.HTTP_2);
    WebSocket socket = one.webSocket("/socket");
    List<CompletableFuture<?>> open = new ArrayList<>();
    open.addAll(one.ask(5, "/held/1"));
    open.addAll(two.ask(2, "/later/1"));
    one.awaiting(
        metrics -> {
          assertThat(one.requests(metrics, "in_use")).isEqualTo(7);
          assertThat(one.route(metrics, "unknown", routed ? 101 : 200)).isEqualTo(routed ? 1 : 11);
          assertThat(sample(metrics, "loadline_resource_limit" + WORKERS)).isEqualTo(2);
          assertThat(sample(metrics, "loadline_resource_in_use" + WORKERS)).isEqualTo(2);
          assertThat(sample(metrics, "loadline_resource_waiting" + WORKERS)).isEqualTo(3);
        });
    assertThat(jvm.metrics()).doesNotContain("resource=\"vert.x-worker-thread-2\"");
    Files.createFile(release);
    open.forEach(CompletableFuture::join);
    one.awaiting(
        metrics -> {
          assertThat(one.requests(metrics, "in_use")).isZero();
          assertThat(one.requests(metrics, "acquired_total")).isEqualTo(22 + 8);
          assertThat(one.route(metrics, routed ? "/held/:id" : "unknown", 203)).isEqualTo(5);
          assertThat(one.route(metrics, routed ? "/later/:id" : "unknown", 202)).isEqualTo(2);
          assertThat(sample(metrics, "loadline_resource_acquired_total" + WORKERS)).isEqualTo(5);
          assertThat(metrics)
              .contains("loadline_agent_untracked_holds_total 0.0")
              .doesNotContain("loadline_agent_hook_errors_total{");
        });
    socket.abort();
  }
}
