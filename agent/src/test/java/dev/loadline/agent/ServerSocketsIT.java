package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WebSockets, and connections that the kernel has made and the server has not accepted. */
class ServerSocketsIT {

  private static final String NEWEST = "11.0.27";

  /** On a slow machine the agent leaves the table of sockets alone for a minute, now and then. */
  private static final Duration UNTIL_THE_TABLE_IS_READ = Duration.ofMinutes(5);

  @TempDir Path directory;

  @BeforeAll
  static void linuxOnly() {
    Assumptions.assumeTrue(new File("/proc/self/net/tcp").canRead());
  }

  @ParameterizedTest
  @CsvSource({"8.5.100, javax", "9.0.123, javax", "10.1.59, jakarta", NEWEST + ", jakarta"})
  void tomcatTellsItsWebSocketsAndWhoWaitsToBeAccepted(String version, String servlets)
      throws Exception {
    String classPath =
        Libraries.application(
            directory,
            List.of("TomcatSockets", "ShopServlet"),
            source ->
                source
                    .replace("jakarta.servlet", servlets + ".servlet")
                    .replace("jakarta.websocket", servlets + ".websocket"),
            "org.apache.tomcat.embed:tomcat-embed-websocket:" + version);
    for (String home : ChildJvm.javaHomes().limit(version.equals(NEWEST) ? 2 : 1).toList()) {
      try (ChildJvm jvm = start(home, classPath, "TomcatSockets")) {
        ShopLoad load = new ShopLoad(jvm, "tomcat");
        webSockets(load, "tomcat-websocket", "tomcat");
        String named = "tomcat-http-nio-auto-1";
        waiting(load, 2, 2, 7, "tomcat-accept-http-nio-auto-1", named, "tomcat");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9.4.58.v20250814, JettySockets9, org.eclipse.jetty.websocket:websocket-server",
    "12.1.14, JettySockets12, org.eclipse.jetty.websocket:jetty-websocket-jetty-server"
  })
  void jettyTellsItsWebSocketsAndWhoWaitsToBeAccepted(
      String version, String application, String artifact) throws Exception {
    String classPath = Libraries.application(directory, application, artifact + ":" + version);
    for (String home : ChildJvm.javaHomes().limit(version.startsWith("12.1") ? 2 : 1).toList()) {
      try (ChildJvm jvm = start(home, classPath, application)) {
        ShopLoad load = new ShopLoad(jvm, "jetty");
        webSockets(load, "jetty-websocket", "jetty");
        jvm.say("close\n");
        await().until(() -> jvm.out().contains("closed\n"));
        String port = "" + load.port();
        waiting(load, 1, 3, 9, "jetty-accept-" + port, "jetty-" + port, "jetty");
      }
    }
  }

  private ChildJvm start(String home, String classPath, String application) throws Exception {
    String release = directory.resolve("release").toString();
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, application, release)
        .ready();
  }

  /** Three are opened and one is closed. */
  private static void webSockets(ShopLoad load, String resource, String library) {
    String open = "loadline_resource_in_use" + labels("sockets", resource, library);
    List<WebSocket> sockets = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sockets.add(load.webSocket("/socket"));
    }
    load.awaiting(metrics -> assertThat(sample(metrics, open)).isEqualTo(3));
    sockets.get(0).sendClose(WebSocket.NORMAL_CLOSURE, "enough").join();
    load.awaiting(metrics -> assertThat(sample(metrics, open)).isEqualTo(2));
  }

  /** With two connections open, the server accepts some more, and others wait. */
  private static void waiting(
      ShopLoad load, int accepted, int waiting, int limit, String queue, String all, String library)
      throws Exception {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < accepted + waiting; i++) {
      sockets.add(new Socket(InetAddress.getLoopbackAddress(), load.port()));
    }
    String labels = labels("queue", queue, library);
    load.awaiting(
        metrics -> {
          assertThat(sample(metrics, "loadline_resource_limit" + labels)).isEqualTo(limit);
          assertThat(sample(metrics, "loadline_resource_in_use" + labels("sockets", all, library)))
              .isEqualTo(2 + accepted);
          assertThat(metrics).doesNotContain("loadline_agent_hook_errors_total{");
        });
    load.awaiting(
        UNTIL_THE_TABLE_IS_READ,
        metrics ->
            assertThat(sample(metrics, "loadline_resource_in_use" + labels)).isEqualTo(waiting));
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static String labels(String kind, String resource, String library) {
    return "{kind=\"" + kind + "\",resource=\"" + resource + "\",library=\"" + library + "\"";
  }
}
