package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.NettyHttpProbe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = NettyHttpProbe.class,
    artifact = "io.netty:netty-codec-http",
    works = {"4.1.34.Final", "4.1.89.Final", "4.1.140.Final", "4.2.20.Final"},
    broken = "4.0.56.Final")
@Versions(
    probe = NettyHttpProbe.class,
    artifact = "io.projectreactor.netty:reactor-netty-http",
    works = {"1.0.0", "1.2.18", "1.3.6"})
class NettyHttpProbeIT {

  private static final String END = "\r\n\r\n";
  private static final String LIBRARY = "netty-http";
  private static final String SOCKETS =
      "loadline_resource_in_use{kind=\"sockets\",resource=\"netty-http\",library=\"netty-http\"";

  @TempDir Path directory;

  @EachVersion(artifact = "io.netty:netty-codec-http")
  void requestsAreAnsweredInOrderWhoeverSendsSeveralAtOnce(String library, String home)
      throws Exception {
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, "NettyHttpApp", library, release)) {
      ShopLoad load = new ShopLoad(jvm, LIBRARY);
      connections(load);
      statuses(load);
      held(load, release);
      lost(load);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"netty-http\", \"state\": \"matched\"");
    }
  }

  /** Three connections, each with one request; one is closed. */
  private static void connections(ShopLoad load) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sockets.add(connected(load));
      assertThat(said(sockets.get(i), "GET /items/1 HTTP/1.1\r\n\r\n", 1)).contains(" 200 ");
    }
    load.awaiting(metrics -> assertThat(sample(metrics, SOCKETS)).isEqualTo(3));
    sockets.get(0).close();
    load.awaiting(metrics -> assertThat(sample(metrics, SOCKETS)).isEqualTo(2));
    sockets.get(1).close();
    sockets.get(2).close();
    load.awaiting(metrics -> assertThat(sample(metrics, SOCKETS)).isZero());
  }

  /** Five are turned away, one sends what is no request, and one waits to be told to go on. */
  private static void statuses(ShopLoad load) throws IOException {
    load.answered(3, "/items/2?status=429", 429);
    load.answered(2, "/items/3?status=503", 503);
    try (Socket socket = connected(load)) {
      String asks = "POST /items HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n";
      assertThat(said(socket, asks, 2)).contains(" 100 ", " 200 ");
      said(socket, "okBAD\r\n\r\n", 1);
    }
    load.awaiting(
        metrics -> {
          assertThat(load.requests(metrics, "acquired_total")).isEqualTo(3 + 5 + 1 + 1);
          assertThat(load.requests(metrics, "rejected_total")).isEqualTo(5);
          assertThat(load.requests(metrics, "in_use")).isZero();
          assertThat(load.route(metrics, "unknown", 200)).isEqualTo(3);
          assertThat(load.route(metrics, "unknown", 429)).isEqualTo(3);
          assertThat(load.route(metrics, "unknown", 503)).isEqualTo(2);
          assertThat(load.route(metrics, "unknown", 400)).isEqualTo(1);
          assertThat(answered(metrics, "POST", "200")).isEqualTo(1);
          assertThat(metrics)
              .doesNotContain("/items", "status_code=\"100\"")
              .doesNotContain("loadline_agent_hook_errors_total{");
        });
  }

  /**
   * Of three sent at once the first is held, so that the others wait for it; one more has begun to
   * be answered; and four are held on connections of their own.
   */
  private static void held(ShopLoad load, Path release) throws Exception {
    try (Socket three = connected(load);
        Socket part = connected(load)) {
      String asks =
          String.join(
              END,
              "GET /held?status=202 HTTP/1.1",
              "DELETE /items?status=404 HTTP/1.1",
              "PUT /items?status=500 HTTP/1.1",
              "");
      said(three, asks, 0);
      said(part, "OPTIONS /part HTTP/1.1\r\n\r\n", 1);
      List<? extends CompletableFuture<?>> held = load.ask(4, "/held?status=203");
      load.awaiting(
          metrics -> {
            assertThat(load.requests(metrics, "in_use")).isEqualTo(3 + 1 + 4);
            assertThat(load.requests(metrics, "acquired_total")).isEqualTo(10);
          });
      Files.createFile(release);
      assertThat(said(three, "", 3)).containsSubsequence(" 202 ", " 404 ", " 500 ");
      held.forEach(CompletableFuture::join);
      load.awaiting(
          metrics -> {
            assertThat(load.requests(metrics, "in_use")).isZero();
            assertThat(load.requests(metrics, "acquired_total")).isEqualTo(10 + 8);
            assertThat(load.route(metrics, "unknown", 202)).isEqualTo(1);
            assertThat(load.route(metrics, "unknown", 203)).isEqualTo(4);
            assertThat(answered(metrics, "DELETE", "404")).isEqualTo(1);
            assertThat(answered(metrics, "PUT", "500")).isEqualTo(1);
            assertThat(answered(metrics, "OPTIONS", "200")).isEqualTo(1);
          });
    }
  }

  /** The server closes a connection instead of an answer, and a client does while it waits. */
  private static void lost(ShopLoad load) throws IOException {
    try (Socket closed = connected(load)) {
      said(closed, "PATCH /lost HTTP/1.1\r\n\r\n", 0);
      assertThat(closed.getInputStream().read()).isEqualTo(-1);
    }
    Socket leaving = connected(load);
    said(leaving, "TRACE /held HTTP/1.1\r\n\r\nTRACE /held HTTP/1.1\r\n\r\n", 0);
    load.awaiting(metrics -> assertThat(load.requests(metrics, "in_use")).isEqualTo(2));
    leaving.close();
    load.awaiting(
        metrics -> {
          assertThat(load.requests(metrics, "in_use")).isZero();
          assertThat(load.requests(metrics, "acquired_total")).isEqualTo(18 + 3);
          assertThat(answered(metrics, "PATCH", "")).isEqualTo(1);
          assertThat(answered(metrics, "TRACE", "")).isEqualTo(2);
          assertThat(metrics)
              .contains("loadline_agent_untracked_holds_total 0.0")
              .doesNotContain("loadline_agent_hook_errors_total{");
        });
  }

  @EachVersion(artifact = "io.projectreactor.netty:reactor-netty-http")
  void requestsToReactorNettyAreCountedOnce(String library, String home) throws Exception {
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, "ReactorHttpApp", library, release)) {
      ShopLoad load = new ShopLoad(jvm, LIBRARY);
      load.answered(5, "/items/1", 200);
      load.answered(3, "/items/2?status=429", 429);
      load.answered(2, "/nowhere", 404);
      List<? extends CompletableFuture<?>> held = load.ask(4, "/held/1");
      load.awaiting(
          metrics -> {
            assertThat(load.requests(metrics, "in_use")).isEqualTo(4);
            assertThat(load.requests(metrics, "acquired_total")).isEqualTo(10);
            assertThat(load.requests(metrics, "rejected_total")).isEqualTo(3);
            assertThat(load.route(metrics, "unknown", 200)).isEqualTo(5);
            assertThat(load.route(metrics, "unknown", 404)).isEqualTo(2);
          });
      Files.createFile(release);
      held.forEach(CompletableFuture::join);
      load.awaiting(
          metrics -> {
            assertThat(load.requests(metrics, "in_use")).isZero();
            assertThat(load.route(metrics, "unknown", 202)).isEqualTo(4);
            assertThat(metrics.lines().filter(line -> line.contains("_active_requests{")))
                .hasSize(1);
            assertThat(metrics).doesNotContain("loadline_agent_hook_errors_total{");
          });
    }
  }

  @EachVersion(broken = true)
  void versionsBeforeUpgradesAreBrokenAndShowNothing(String library, String home) throws Exception {
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, "OldNettyHttpApp", library, release)) {
      assertThat(jvm.out()).contains("read true");
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"netty-http\", \"state\": \"broken\"")
          .contains("io.netty.handler.codec.http.HttpServerCodec", "upgradeFrom", "4.0.56");
      assertThat(jvm.metrics()).doesNotContain("library=\"netty-http\"");
    }
  }

  private ChildJvm start(String home, String main, String library, Path release) throws Exception {
    String classPath = Libraries.application(directory, main, library);
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, main, release.toString())
        .ready();
  }

  private static double answered(String metrics, String method, String status) {
    return sample(
        metrics,
        "http_server_request_duration_seconds_count{http_request_method=\""
            + method
            + "\",http_route=\"unknown\",http_response_status_code=\""
            + status
            + "\",library=\"netty-http");
  }

  private static Socket connected(ShopLoad load) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), load.port());
  }

  /** Sends this, and reads until so many answers have come as far as their heads. */
  private static String said(Socket socket, String request, int answers) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    StringBuilder read = new StringBuilder();
    while (read.toString().split(END, -1).length <= answers) {
      int next = socket.getInputStream().read();
      assertThat(next).as(read.toString()).isNotEqualTo(-1);
      read.append((char) next);
    }
    return read.toString();
  }
}
