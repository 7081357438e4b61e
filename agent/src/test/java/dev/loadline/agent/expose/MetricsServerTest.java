package dev.loadline.agent.expose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.config.Settings;
import dev.loadline.agent.probe.Engine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest {

  private final Traffic traffic = new Traffic();
  private final List<Socket> open = new ArrayList<>();
  private volatile boolean ended;
  private MetricsServer server;
  private Thread thread;

  @BeforeEach
  void serve() throws IOException {
    serve("");
  }

  private void serve(String padding) throws IOException {
    Settings settings =
        Settings.read(
            null,
            name -> null,
            name -> name.equals("LOADLINE_RESOURCE_ATTRIBUTES") ? "padding=" + padding : null);
    Engine engine = new Engine(List.of(), 0);
    Exposition exposition = new Exposition(engine, settings, traffic);
    Answers answers = new Answers(exposition, new Status(engine, settings, "defined", exposition));
    server = new MetricsServer(MetricsServer.bind("127.0.0.1", 0), answers, traffic);
    thread =
        new Thread(
            () -> {
              try {
                while (!ended) {
                  server.serve(100);
                }
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    thread.start();
  }

  @AfterEach
  void end() throws Exception {
    ended = true;
    thread.join();
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
    ended = false;
  }

  private Socket connect(String text) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    open.add(socket);
    return socket;
  }

  private byte[] bytes(String request) throws IOException {
    try (Socket socket = connect(request)) {
      return socket.getInputStream().readAllBytes();
    }
  }

  private String get(String path, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return new String(bytes("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + more + "\r\n"), UTF_8);
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  @Test
  void theFormatIsChosenByAccept() throws IOException {
    assertThat(get("/metrics"))
        .startsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n")
        .contains("\nprocess_uptime_seconds ");
    assertThat(get("/metrics?name=x", "Accept: application/openmetrics-text; version=1.0.0"))
        .contains("Content-Type: application/openmetrics-text; version=1.0.0; charset=utf-8\r\n")
        .endsWith("# EOF\n");
  }

  @Test
  void gzipIsSentWhereItIsAccepted() throws IOException {
    byte[] answer = bytes("GET /metrics HTTP/1.1\r\nAccept-Encoding: deflate, gzip;q=0.5\r\n\r\n");
    String text = new String(answer, ISO_8859_1);
    assertThat(text).contains("\r\nContent-Encoding: gzip\r\n");
    byte[] zipped = body(text).getBytes(ISO_8859_1);
    assertThat(text).contains("\r\nContent-Length: " + zipped.length + "\r\n");
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes();
    assertThat(new String(plain, UTF_8)).contains("\nprocess_uptime_seconds ");
    assertThat(plain.length).isGreaterThan(3 * zipped.length);
    assertThat(get("/metrics", "Accept-Encoding: gzip;q=0")).doesNotContain("Content-Encoding");
  }

  @Test
  void scrapersAtTheSameTimeShareOneReading() throws IOException {
    List<String> bodies = new ArrayList<>();
    long since = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      bodies.add(body(get("/metrics")));
    }
    long readings = 1 + (System.nanoTime() - since) / Duration.ofMillis(900).toNanos();
    assertThat(bodies.stream().distinct().count()).isBetween(1L, readings);
  }

  @Test
  void whatIsNoScrapeIsToldSo() throws IOException {
    assertThat(get("/agent/status")).contains("application/json").contains("\"probes\": [");
    assertThat(get("/")).startsWith("HTTP/1.1 404 Not Found\r\n");
    assertThat(new String(bytes("POST /metrics HTTP/1.1\r\n\r\n"), UTF_8))
        .startsWith("HTTP/1.1 405 ");
    assertThat(new String(bytes("nonsense\r\n\r\n"), UTF_8)).startsWith("HTTP/1.1 400 ");
    assertThat(new String(bytes("HEAD /metrics HTTP/1.1\r\n\r\n"), UTF_8))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .endsWith("\r\n\r\n");
    assertThat(new String(bytes("x".repeat(8200)), UTF_8)).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void clientsThatSendNothingStarveNobodyAndAreCut() throws IOException {
    for (int i = 0; i < 100; i++) {
      connect("GET /metr");
    }
    assertThat(get("/metrics")).startsWith("HTTP/1.1 200 OK\r\n");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(traffic.cut.get()).isEqualTo(100));
    for (Socket socket : open.subList(0, 100)) {
      assertThat(ended(socket)).isTrue();
    }
  }

  @Test
  void clientsThatReadNothingAreRefusedOrCutAndStarveNobody() throws Exception {
    end();
    serve("x".repeat(16 << 20));
    for (int i = 0; i < 40; i++) {
      connect("GET /metrics HTTP/1.1\r\n\r\n");
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(traffic.refused.get() + traffic.cut.get()).isEqualTo(40));
    assertThat(traffic.cut.get()).isGreaterThanOrEqualTo(16);
    assertThat(get("/agent/status")).startsWith("HTTP/1.1 200 OK\r\n");
  }

  private static boolean ended(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void twoHundredAtOnceAreAllAnswered() throws IOException {
    for (int i = 0; i < 200; i++) {
      connect("GET /metrics HTTP/1.1\r\n\r\n");
    }
    for (Socket socket : open) {
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 200 OK\r\n");
    }
    assertThat(traffic.scrapeBytes.get()).isGreaterThan(200 * 5_000);
  }
}
