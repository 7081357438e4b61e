package dev.loadline.collector.scrape;

import static dev.loadline.collector.scrape.RawServer.zipped;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.discovery.Target;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.Point;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Targets that do harm, one socket each: what is told of them, and that nobody reads on. */
class ScrapeLimitsIT {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String NO_LINE_FEED =
      "truncated: no line feed at the end; the last number may be cut";
  private static final Limits SMALL = new Limits(2_000_000, 50_000, 64, 512, 4_096);

  private static final Vertx VERTX = Vertx.vertx();

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Point> taken = new CopyOnWriteArrayList<>();

  @AfterAll
  static void close() {
    VERTX.close().await();
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

  /** Each answer and what is told of it; the server closes the connection afterwards. */
  static Stream<Arguments> answers() throws IOException {
    return Stream.of(
        told("", OK + "Content-Length: 4\r\n\r\na 1\n"),
        told("", OK + "\r\na 1\nb 1\n"),
        told("", CHUNKED + "4\r\na 1\n\r\n0\r\n\r\n"),
        told("", "HTTP/1.1 100 Continue\r\n\r\n" + OK + "\r\na 1\n"),
        told("", OK + "Content-Encoding: gzip\r\n\r\n", zipped("a 1\n")),
        told("connect: Connection was closed", ""),
        told("protocol: invalid version format: SSH-2.0-OPENSSH_9.2", "SSH-2.0-OpenSSH_9.2\r\n"),
        told("status: answered 204", "HTTP/1.1 204 No Content\r\n\r\n"),
        told("status: answered 503", "HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\na 1\n"),
        told("truncated: Connection was closed", OK + "Content-Length: 9\r\n\r\na 1\n"),
        told("truncated: Connection was closed", CHUNKED + "4\r\na 1\n\r\n"),
        told(NO_LINE_FEED, OK + "Content-Length: 4\r\n\r\na 15\n"),
        told(NO_LINE_FEED, OK + "\r\na 1\nb 1"),
        told(
            "truncated: line 1, byte 4: no '# EOF' at the end",
            OK + "Content-Type: application/openmetrics-text\r\n\r\na 1\n"),
        told(
            "truncated: byte 0: a message of 9 bytes is cut",
            OK + "Content-Type: application/vnd.google.protobuf\r\n\r\n\tabc"),
        told(
            "protocol: Line Feed must be preceded by Carriage Return when terminating HTTP start-"
                + " and header field-lines",
            OK + "Content-Length: 4\r\n\r\na 1\nb 2\n"),
        told(
            "protocol: Received an HTTP message with no request in progress:"
                + " io.netty.handler.codec.http.DefaultHttpResponse",
            (OK + "Content-Length: 4\r\n\r\na 1\n").repeat(2)),
        told(
            "protocol: Multiple Content-Length values found: [4, 5]",
            OK + "Content-Length: 4\r\nContent-Length: 5\r\n\r\na 1\n\n"),
        told(
            "protocol: Content-Length value is not a number: -1",
            OK + "Content-Length: -1\r\n\r\na 1\n"),
        told("protocol: Invalid character in chunk size", CHUNKED + "zz\r\na 1\n\r\n"),
        told("encoding: encoded as deflate, not gzip", OK + "Content-Encoding: deflate\r\n\r\nx"),
        told("encoding: encoded as zstd, not gzip", OK + "Content-Encoding: zstd\r\n\r\nx"),
        told(
            "encoding: encoded as gzip, gzip, not gzip",
            OK + "Content-Encoding: gzip, gzip\r\n\r\nx"),
        told("encoding: Not in GZIP format", OK + "Content-Encoding: gzip\r\n\r\na 1\nabcdefghij"),
        told(
            "truncated: the gzip stream has no end",
            OK + "Content-Encoding: gzip\r\n\r\n",
            Arrays.copyOf(zipped("a 1\n"), 15)),
        told(
            "ratio_limit: more than 100 bytes unzipped of each that came",
            OK + "Content-Encoding: gzip\r\n\r\n",
            zipped("a 1\n".repeat(300_000))),
        told(
            "body_limit: more than 2000000 bytes unzipped",
            OK + "Content-Encoding: gzip\r\n\r\n",
            zipped(IntStream.range(0, 250_000).mapToObj("a %d\n"::formatted).collect(joining()))));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void eachAnswerHasItsReason(String reason, byte[] answer) throws IOException {
    try (RawServer server = new RawServer(exchange -> exchange.send(answer))) {
      assertThat(reason(server)).isEqualTo(reason);
    }
    assertThat(taken.isEmpty()).isEqualTo(!reason.isEmpty());
  }

  @Test
  void aLengthBeyondTheLimitIsNotWaitedFor() throws IOException {
    assertCut(
        exchange -> exchange.wait(OK + "Content-Length: 99999999999\r\n\r\n"),
        "body_limit: more than 2000000 bytes");
  }

  @Test
  void aChunkOfTwoGigabytesIsCut() throws IOException {
    assertCut(
        exchange -> exchange.send(CHUNKED + "7fffffff\r\n").sendForEver("a 1\n"),
        "body_limit: more than 2000000 bytes");
  }

  @Test
  void endlessHeadersAreCut() throws IOException {
    assertCut(
        exchange -> exchange.send(OK).sendForEver("X: y\r\n"),
        "protocol: HTTP header is larger than 16384 bytes.");
  }

  @Test
  void interimAnswersWithoutEndTimeOut() throws IOException {
    assertCut(
        exchange -> exchange.sendForEver("HTTP/1.1 100 Continue\r\n\r\n"),
        "timeout: no whole answer within 500 ms");
  }

  @Test
  void anErrorPageIsNotDrained() throws IOException {
    assertCut(
        exchange -> exchange.send("HTTP/1.1 500 Oops\r\n\r\n").sendForEver("a 1\n"),
        "status: answered 500");
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (RawServer elsewhere = new RawServer(exchange -> exchange.send(OK + "\r\na 1\n"))) {
      String location = "Location: http://127.0.0.1:" + elsewhere.port() + "/\r\n\r\n";
      try (RawServer server =
          new RawServer(exchange -> exchange.send("HTTP/1.1 307 There\r\n" + location))) {
        assertThat(reason(server)).isEqualTo("status: answered 307");
      }
      assertThat(elsewhere.requests()).isZero();
    }
  }

  private static Arguments told(String reason, String answer) {
    return Arguments.of(reason, answer.getBytes(StandardCharsets.UTF_8));
  }

  private static Arguments told(String reason, String head, byte[] body) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    answer.writeBytes(body);
    return Arguments.of(reason, answer.toByteArray());
  }

  private void assertCut(RawServer.Answer answer, String reason) throws IOException {
    try (RawServer server = new RawServer(answer)) {
      assertThat(reason(server)).isEqualTo(reason);
      await().untilAsserted(() -> assertThat(server.hungUp()).isPositive());
    }
  }

  private String reason(RawServer server) {
    Scraper scraper =
        new Scraper(
            VERTX,
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            SMALL,
            new Refused(List.of()),
            this::take,
            meters,
            InstantSource.system());
    scraper.scrape(
        Set.of(new Target("shop", URI.create("http://127.0.0.1:" + server.port() + "/metrics"))));
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> scraper.states().get(0).scraped().isPresent());
    String reason = scraper.states().get(0).reason();
    scraper.close().await();
    return reason;
  }

  private Future<Intake.Taken> take(Target target, long epochMillis, List<Point> points) {
    taken.addAll(points);
    return Future.succeededFuture(new Intake.Taken(points.size(), 0, 0));
  }
}
