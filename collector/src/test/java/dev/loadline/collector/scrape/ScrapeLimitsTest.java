package dev.loadline.collector.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.Point;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Targets that do harm, one socket each: what is told of them, and that nobody reads on. */
class ScrapeLimitsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final Limits SMALL = new Limits(2_000_000, 50_000, 64, 512, 4_096);

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Point> taken = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void anEndlessLineIsCutAndItsConnectionClosed() throws IOException {
    assertCut(
        exchange -> exchange.send(OK + "\r\n").sendForEver("a"),
        "body_limit: more than 2000000 bytes");
  }

  @Test
  void aBodyThatDripsTimesOut() throws IOException {
    assertCut(
        exchange -> exchange.send(OK + "\r\n").drip("a 1\n"),
        "timeout: no whole answer within 500 ms");
  }

  @Test
  void aBodyThatStopsHalfWayTimesOut() throws IOException {
    assertCut(
        exchange -> exchange.wait(OK + "Content-Length: 9\r\n\r\na 1\n"),
        "timeout: no whole answer within 500 ms");
  }

  @Test
  void headersThatDripTimeOut() throws IOException {
    assertCut(
        exchange -> exchange.send(OK).drip("X: y\r\n"), "timeout: no whole answer within 500 ms");
  }

  @Test
  void probe() throws IOException {
    System.out.println("hugeheader " + reason(e -> e.send(OK).sendForEver("X: y\r\n")));
    System.out.println("biglen " + reason(e -> e.wait(OK + "Content-Length: 99999999999\r\n\r\n")));
    System.out.println(
        "len overflow "
            + reason(e -> e.wait(OK + "Content-Length: 99999999999999999999999\r\n\r\n")));
    System.out.println("len text " + reason(e -> e.wait(OK + "Content-Length: many\r\n\r\na 1\n")));
    System.out.println("len neg " + reason(e -> e.wait(OK + "Content-Length: -1\r\n\r\na 1\n")));
    System.out.println(
        "len twice "
            + reason(e -> e.wait(OK + "Content-Length: 4\r\nContent-Length: 5\r\n\r\na 1\n\n")));
    System.out.println("too long " + reason(e -> e.send(OK + "Content-Length: 9\r\n\r\na 1\n")));
    System.out.println("too short " + reason(e -> e.send(OK + "Content-Length: 4\r\n\r\na 15\n")));
    System.out.println(
        "too short at line " + reason(e -> e.send(OK + "Content-Length: 4\r\n\r\na 1\nb 2\n")));
    System.out.println("mid line " + reason(e -> e.send(OK + "\r\na 1\nb 1")));
    System.out.println("close ok " + reason(e -> e.send(OK + "\r\na 1\nb 1\n")));
    System.out.println("chunk cut " + reason(e -> e.send(CHUNKED + "4\r\na 1\n\r\n")));
    System.out.println("chunk bad " + reason(e -> e.send(CHUNKED + "zz\r\na 1\n\r\n")));
    System.out.println(
        "chunk huge " + reason(e -> e.send(CHUNKED + "7fffffff\r\n").sendForEver("a 1\n")));
    System.out.println("ssh " + reason(e -> e.send("SSH-2.0-OpenSSH_9.2\r\n")));
    System.out.println("empty " + reason(e -> {}));
    System.out.println(
        "100 "
            + reason(
                e ->
                    e.send(
                        "HTTP/1.1 100 Continue\r\n\r\n" + OK + "Content-Length: 4\r\n\r\na 1\n")));
    System.out.println("100s " + reason(e -> e.sendForEver("HTTP/1.1 100 Continue\r\n\r\n")));
    System.out.println("204 " + reason(e -> e.send("HTTP/1.1 204 No\r\n\r\n")));
    System.out.println(
        "twice " + reason(e -> e.send((OK + "Content-Length: 4\r\n\r\na 1\n").repeat(2))));
  }

  private void assertCut(RawServer.Answer answer, String reason) throws IOException {
    try (RawServer server = new RawServer(answer)) {
      assertThat(reason(server)).isEqualTo(reason);
      await().untilAsserted(() -> assertThat(server.hungUp()).isPositive());
    }
  }

  private String reason(RawServer.Answer answer) throws IOException {
    try (RawServer server = new RawServer(answer)) {
      return reason(server);
    }
  }

  private String reason(RawServer server) {
    Scraper scraper =
        new Scraper(
            vertx,
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            SMALL,
            this::take,
            meters,
            InstantSource.system());
    scraper.scrape(
        Set.of(new Target("shop", URI.create("http://127.0.0.1:" + server.port() + "/metrics"))));
    await().until(() -> scraper.states().get(0).scraped().isPresent());
    String reason = scraper.states().get(0).reason();
    scraper.close().await();
    return reason;
  }

  private Future<Intake.Taken> take(Target target, long epochMillis, List<Point> points) {
    taken.addAll(points);
    return Future.succeededFuture(new Intake.Taken(points.size(), 0, 0));
  }
}
