package dev.loadline.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.yaml.YamlDocument;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole collector against real servers, good and bad. */
class CollectorTest {
  private static final String POOL =
      "loadline_resource_limit{kind=\"pool\",resource=\"orders-db\",library=\"hikaricp\"} 15\n";

  @TempDir Path data;
  @TempDir Path own;
  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void whatATargetPublishesCanBeReadAndSurvivesARestart() {
    int port = target(response -> response.end(POOL + "stranger 1\n"));
    Collector collector = collector(port);

    await().until(() -> state(collector).getString("state").equals("up"));

    assertThat(collector.ready()).isTrue();
    assertThat(collector.signals().services()).containsExactly("orders");
    assertThat(state(collector).getInteger("samples")).isEqualTo(1);
    assertThat(state(collector).getInteger("unrecognised")).isEqualTo(1);
    assertThat(state(collector).getString("instance")).isEqualTo("127.0.0.1:" + port);
    collector.close().await();

    Collector second = collector(port);
    assertThat(lines(second))
        .singleElement()
        .satisfies(line -> assertThat(line.value(0)).isEqualTo(15));
    second.close().await();
  }

  @Test
  void openMetricsComesZipped() {
    int port =
        target(
            response ->
                response
                    .putHeader("content-type", "application/openmetrics-text; version=1.0.0")
                    .putHeader("content-encoding", "gzip")
                    .end(zipped(POOL + "# EOF\n")));

    assertThat(settled(port).getString("state")).isEqualTo("up");
  }

  @Test
  void tablesOfOnesOwnCount() throws IOException {
    Files.writeString(
        own.resolve("zebra.yaml"),
        """
        exporter: zebra
        sensor: zebra
        priority: 200
        metrics: {zebra_stripes: {signal: in_use, resource: pool/zebra}}
        """);

    JsonObject state =
        settled(target(response -> response.end("zebra_stripes 7\n")), "catalogue: [" + own + "]");

    assertThat(state.getInteger("samples")).isOne();
    assertThat(state.getInteger("unrecognised")).isZero();
  }

  @Test
  void wrongTablesKeepTheCollectorFromStarting() {
    CollectorSettings settings = settings(1, "catalogue: [" + own.resolve("none.yaml") + "]");

    assertThatThrownBy(() -> Collector.start(vertx, settings, data, meters).await())
        .hasMessage(
            "catalogue: " + own.resolve("none.yaml") + ": there is no such file or directory");
  }

  @Test
  void asksForBothFormatsAndGzipOnly() {
    int port =
        server(
            request -> {
              boolean asked =
                  "gzip".equals(request.getHeader("accept-encoding"))
                      && request.getHeader("accept").contains("openmetrics-text;version=1.0.0")
                      && request.getHeader("accept").contains("text/plain;version=0.0.4");
              request.response().setStatusCode(asked ? 200 : 400).end(POOL);
            });

    assertThat(settled(port).getString("state")).isEqualTo("up");
  }

  @Test
  void aMalformedAnswerIsRefusedWholeWithItsPlace() {
    JsonObject state = settled(target(response -> response.end(POOL + "bad{ 1\n")));

    assertThat(state.getString("state")).isEqualTo("down");
    assertThat(state.getString("reason")).isEqualTo("malformed: line 2, byte 85: a name expected");
    assertThat(state.getInteger("samples")).isZero();
  }

  @Test
  void anEndlessAnswerIsCutAndItsConnectionClosed() {
    AtomicInteger closed = new AtomicInteger();
    int port =
        target(
            response -> {
              response.closeHandler(unused -> closed.incrementAndGet());
              response.setChunked(true);
              endless(response);
            });

    assertThat(settled(port, "limits: {body_bytes: 100000}").getString("reason"))
        .isEqualTo("body_limit: more than 100000 bytes");
    await().untilAsserted(() -> assertThat(closed).hasPositiveValue());
  }

  @Test
  void aBombIsCutAtItsUnzippedSize() {
    int port =
        target(
            response ->
                response.putHeader("content-encoding", "gzip").end(zipped(" ".repeat(1_000_000))));

    assertThat(settled(port, "limits: {body_bytes: 100000}").getString("reason"))
        .isEqualTo("body_limit: more than 100000 bytes unzipped");
  }

  @Test
  void aSilentTargetTimesOut() {
    assertThat(settled(target(response -> {}), "timeout: 300ms").getString("reason"))
        .isEqualTo("timeout: no whole answer within 300 ms");
  }

  @Test
  void aRedirectIsNotFollowed() {
    int good = target(response -> response.end(POOL));
    int port =
        target(
            response ->
                response
                    .setStatusCode(302)
                    .putHeader("location", "http://127.0.0.1:" + good + "/metrics")
                    .end());

    assertThat(settled(port).getString("reason")).isEqualTo("status: answered 302");
  }

  @Test
  void otherCodingsAreRefused() {
    int port = target(response -> response.putHeader("content-encoding", "br").end("x"));

    assertThat(settled(port).getString("reason")).isEqualTo("encoding: encoded as br, not gzip");
  }

  @Test
  void anAnswerThatStopsHalfWayIsTruncated() {
    int port =
        server(
            request -> {
              request.response().putHeader("content-length", "1000");
              request.response().write(POOL).onComplete(unused -> request.connection().close());
            });

    assertThat(settled(port).getString("reason")).startsWith("truncated: ");
  }

  @Test
  void aTargetThatIsNotThereIsDownAndCounted() {
    HttpServer gone = vertx.createHttpServer().requestHandler(request -> {});
    int port = gone.listen(0, "127.0.0.1").await().actualPort();
    gone.close().await();

    assertThat(settled(port).getString("reason")).startsWith("connect: ");
    assertThat(meters.counter("loadline.scrape.failures", "reason", "connect").count())
        .isPositive();
  }

  @Test
  void aTimeFarFromTheScrapeIsLeftOut() {
    int port = target(response -> response.end(POOL.strip() + " 1000\n"));

    assertThat(settled(port).getInteger("samples")).isZero();
    assertThat(meters.counter("loadline.scrape.out.of.time").count()).isPositive();
  }

  @Test
  void signalsAreServedAndSlipsExplained() {
    Collector collector = collector(target(response -> response.end(POOL)));
    await().until(() -> state(collector).getString("state").equals("up"));

    assertThat(get(collector, "/signals/services").body())
        .isEqualTo(Buffer.buffer("{\"services\":[\"orders\"]}"));
    JsonObject line =
        get(collector, "/signals?service=orders")
            .body()
            .toJsonObject()
            .getJsonArray("lines")
            .getJsonObject(0);
    assertThat(line.getString("resource")).isEqualTo("pool/orders-db");
    assertThat(line.getJsonArray("points").getJsonArray(0).getDouble(1)).isEqualTo(15);
    assertThat(get(collector, "/signals?service=order").status()).isEqualTo(404);
    Answer bad = get(collector, "/signals?service=orders&from=yesterday");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.contentType()).isEqualTo("application/problem+json");
    assertThat(bad.body().toJsonObject().getString("detail")).startsWith("write yesterday as ");
    collector.close().await();
  }

  private static void endless(HttpServerResponse response) {
    response.write("a 1\n".repeat(5_000)).onSuccess(unused -> endless(response));
  }

  private JsonObject settled(int port, String... settings) {
    Collector collector = Collector.start(vertx, settings(port, settings), data, meters).await();
    await().until(() -> !state(collector).getString("state").equals("unknown"));
    JsonObject state = state(collector);
    collector.close().await();
    return state;
  }

  private Collector collector(int port) {
    return Collector.start(vertx, settings(port), data, meters).await();
  }

  private static CollectorSettings settings(int port, String... lines) {
    String text =
        """
        interval: 1s
        discovery:
          - static: {service: orders, targets: ["127.0.0.1:%d"]}
        """
            .formatted(port);
    return YamlDocument.parse("loadline.yaml", text + String.join("\n", lines))
        .bind(CollectorSettings.class);
  }

  private int target(Consumer<HttpServerResponse> answer) {
    return server(request -> answer.accept(request.response()));
  }

  private int server(Handler<HttpServerRequest> handler) {
    return vertx
        .createHttpServer()
        .requestHandler(handler)
        .listen(0, "127.0.0.1")
        .await()
        .actualPort();
  }

  private static Buffer zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static List<Line> lines(Collector collector) {
    Instant now = Instant.now();
    return collector
        .signals()
        .read("orders", now.minus(Duration.ofMinutes(5)), now.plus(Duration.ofMinutes(5)));
  }

  private JsonObject state(Collector collector) {
    Answer answer = get(collector, "/targets");
    assertThat(answer.status()).as("/targets says %s", answer.body()).isEqualTo(200);
    return answer.body().toJsonObject().getJsonArray("targets").getJsonObject(0);
  }

  private record Answer(int status, String contentType, Buffer body) {}

  private Answer get(Collector collector, String path) {
    Router router = Router.router(vertx);
    collector.mount(router);
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    var client = vertx.createHttpClient();
    try {
      return client
          .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", path)
          .compose(request -> request.send().compose(CollectorTest::answer))
          .await();
    } finally {
      client.close().await();
      server.close().await();
    }
  }

  private static Future<Answer> answer(HttpClientResponse response) {
    return response
        .body()
        .map(body -> new Answer(response.statusCode(), response.getHeader("content-type"), body));
  }
}
