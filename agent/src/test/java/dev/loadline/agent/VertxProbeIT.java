package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.VertxProbe;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = VertxProbe.class,
    artifact = "io.vertx:vertx-core",
    works = {"3.9.16", "4.0.3", "4.3.8", "4.5.36", "5.0.12", "5.2.3"})
class VertxProbeIT {

  private static final String WORKERS =
      "{kind=\"workers\",resource=\"vert.x-worker-thread\",library=\"jdk-executor\"";
  private static final String LOOPS =
      "{kind=\"event-loop\",resource=\"vert.x-eventloop-thread\",library=\"netty\"";
  private static final String CALLABLE = "vertx.executeBlocking(() -> hold(context), false)";
  private static final String PROMISE =
      "vertx.<Object>executeBlocking(promise -> promise.complete(hold(context)), false, done -> {})";

  @TempDir Path directory;

  @EachVersion
  void requestsLoopsAndWorkersAreCounted(String library, String home) throws Exception {
    boolean routed = !library.contains(":3.");
    boolean callable = library.matches(".*:(4\\.5|5)\\..*");
    String classPath =
        Libraries.application(
            directory,
            List.of("VertxShop"),
            source -> callable ? source : source.replace(CALLABLE, PROMISE),
            library,
            web(library));
    Path release = directory.resolve("release");
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "VertxShop", "" + release)
            .ready()) {
      known(jvm, routed);
      held(jvm, release, routed);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"vertx\", \"state\": \"matched\"");
    }
  }

  /** Vert.x Web of the same version, or of one before where that is not to be had. */
  private static String web(String library) {
    return library
        .replace("vertx-core", "vertx-web")
        .replace("4.5.36", "4.5.32")
        .replace("5.2.3", "5.1.6");
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
              .doesNotContain("library=\"netty-http\"")
              .doesNotContain("loadline_agent_hook_errors_total{");
        });
    sockets(one, socket);
  }

  /** One is open; of two more one says goodbye, and the first is lost without a word. */
  private static void sockets(ShopLoad load, WebSocket first) {
    load.sockets("vertx-websocket", 1);
    WebSocket second = load.webSocket("/socket");
    WebSocket third = load.webSocket("/socket");
    load.sockets("vertx-websocket", 3);
    second.sendClose(WebSocket.NORMAL_CLOSURE, "enough").join();
    load.sockets("vertx-websocket", 2);
    first.abort();
    load.sockets("vertx-websocket", 1);
    load.awaiting(metrics -> assertThat(load.requests(metrics, "in_use")).isZero());
    third.abort();
    load.sockets("vertx-websocket", 0);
  }
}
