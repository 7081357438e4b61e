package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.agent.probes.UndertowProbe;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = UndertowProbe.class,
    artifact = "io.undertow:undertow-servlet",
    works = {"1.4.28.Final", "2.0.42.Final", "2.2.40.Final", "2.3.26.Final"})
@Versions(
    probe = UndertowProbe.class,
    artifact = "io.undertow:undertow-core",
    works = {"1.4.28.Final", "2.4.4.Final"},
    broken = "1.2.12.Final")
class UndertowProbeIT {

  private static final int THREADS = 7;
  private static final String JBOSS = "resource=\"XNIO-1 task\",library=\"jboss-threads\"";
  private static final String JDK = "resource=\"XNIO-1 task\",library=\"jdk-executor\"";
  private static final String LOOPS =
      "{kind=\"event-loop\",resource=\"XNIO-1 I/O\",library=\"undertow\"";

  @TempDir Path directory;

  @EachVersion
  void requestsThreadsAndLoopsAreCounted(String library, String home) throws Exception {
    if (library.contains("servlet")) {
      servlets(library, home);
    } else {
      routesOfItsOwnAreTemplates(library, home);
    }
  }

  private void servlets(String library, String home) throws Exception {
    boolean jdk = library.matches(".*:(1\\.4|2\\.0)\\..*");
    String classPath = servletApplication(library);
    String workers = "{kind=\"workers\"," + (jdk ? JDK : JBOSS);
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, classPath, "UndertowShop", release)) {
      ShopLoad load = new ShopLoad(jvm, "undertow");
      load.known();
      load.held(THREADS + 2, release, THREADS, workers, THREADS + 2);
      String metrics = jvm.metrics();
      assertThat(metrics).doesNotContain("{kind=\"workers\"," + (jdk ? JBOSS : JDK));
      assertThat(sample(metrics, "loadline_resource_limit" + LOOPS)).isEqualTo(2);
      double runs = sample(metrics, "loadline_resource_acquired_total" + workers);
      assertThat(runs).isGreaterThanOrEqualTo(13 + 2 + THREADS + 2);
      assertThat(sample(metrics, "loadline_resource_wait_seconds_count" + workers)).isEqualTo(runs);
      assertThat(sample(metrics, "loadline_resource_hold_seconds_count" + workers)).isEqualTo(runs);
      assertThat(sample(metrics, "loadline_resource_in_use_seconds_total" + LOOPS))
          .isPositive()
          .isCloseTo(loop(metrics, 1) + loop(metrics, 2), within(1e-9));
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"undertow\", \"state\": \"matched\"");
    }
  }

  private static double loop(String metrics, int number) {
    String labels = LOOPS + ",loop=\"" + number + "\"";
    return sample(metrics, "loadline_event_loop_busy_seconds_total" + labels);
  }

  private void routesOfItsOwnAreTemplates(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "UndertowRoutes", library);
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, classPath, "UndertowRoutes", release)) {
      ShopLoad load = new ShopLoad(jvm, "undertow");
      load.answered(4, "/items/1", 200);
      load.answered(2, "/fails/1", 500);
      load.answered(3, "/nowhere", 404);
      var open = load.ask(5, "/held/1");
      load.awaiting(
          metrics -> {
            assertThat(load.requests(metrics, "in_use")).isEqualTo(5);
            assertThat(load.requests(metrics, "acquired_total")).isEqualTo(9);
          });
      Files.createFile(release);
      open.forEach(answer -> answer.join());
      load.awaiting(
          metrics -> {
            assertThat(load.requests(metrics, "in_use")).isZero();
            assertThat(load.requests(metrics, "acquired_total")).isEqualTo(14);
            assertThat(load.route(metrics, "/items/{id}", 200)).isEqualTo(4);
            assertThat(load.route(metrics, "/fails/{id}", 500)).isEqualTo(2);
            assertThat(load.route(metrics, "unknown", 404)).isEqualTo(3);
            assertThat(load.route(metrics, "/held/{id}", 202)).isEqualTo(5);
            assertThat(metrics).doesNotContain("loadline_agent_hook_errors_total{");
          });
      sockets(load);
    }
  }

  /** Three are opened; one says goodbye, and one is lost without a word. */
  private static void sockets(ShopLoad load) {
    List<WebSocket> sockets = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sockets.add(load.webSocket("/socket"));
    }
    load.sockets("undertow-websocket", 3);
    sockets.get(0).sendClose(WebSocket.NORMAL_CLOSURE, "enough").join();
    load.sockets("undertow-websocket", 2);
    sockets.get(1).abort();
    load.sockets("undertow-websocket", 1);
    load.awaiting(metrics -> assertThat(load.requests(metrics, "in_use")).isZero());
    sockets.get(2).abort();
    load.sockets("undertow-websocket", 0);
    load.awaiting(
        metrics -> assertThat(metrics).doesNotContain("loadline_agent_hook_errors_total{"));
  }

  @EachVersion(broken = true)
  void versionsWithoutStatusCodeAreBrokenAndShowNothing(String library, String home)
      throws Exception {
    String classPath =
        Libraries.application(
            directory,
            List.of("UndertowRoutes"),
            source -> source.replace("setStatusCode", "setResponseCode"),
            library);
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, classPath, "UndertowRoutes", release)) {
      ShopLoad load = new ShopLoad(jvm, "undertow");
      load.answered(3, "/items/1", 200);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"undertow\", \"state\": \"broken\"")
          .contains("io.undertow.server.HttpServerExchange", "getStatusCode", "1.2.12");
      assertThat(jvm.metrics()).doesNotContain("library=\"undertow\"");
    }
  }

  private String servletApplication(String library) throws Exception {
    String servlets = library.contains(":2.3.") ? "jakarta" : "javax";
    return Libraries.application(
        directory,
        List.of("UndertowShop", "ShopServlet"),
        source -> source.replace("jakarta.servlet", servlets + ".servlet"),
        library);
  }

  private ChildJvm start(String home, String classPath, String main, Path release)
      throws Exception {
    return ChildJvm.start(
            home, directory, "port=0", List.of(), classPath, main, release.toString(), "" + THREADS)
        .ready();
  }
}
