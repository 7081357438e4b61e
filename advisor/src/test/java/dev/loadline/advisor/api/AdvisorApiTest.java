package dev.loadline.advisor.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loadline.advisor.Recorded;
import dev.loadline.advisor.capacity.Objective;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.headroom.Board;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisorApiTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicBoolean ready = new AtomicBoolean(true);
  private Vertx vertx = Vertx.vertx();
  private int port;

  @BeforeEach
  void start() throws IOException {
    serve(Recorded.pool(300, 60).untilNow());
  }

  private void serve(Recorded recorded) throws IOException {
    vertx = Vertx.vertx();
    ModelFile capsules = capsules();
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Board board =
        new Board(
            recorded,
            Map.of(
                "orders", new Board.Watched(new Objective(null, 0.05), capsules),
                "silent", new Board.Watched(Objective.DEFAULT, null)));
    Router router = Router.router(vertx);
    AdvisorApi.prepare(router, registry);
    AdvisorApi api = new AdvisorApi(board, List.of(capsules), registry, ready::get);
    api.mount(router);
    api.show(board.refresh(Instant.now()).values());
    port =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await().actualPort();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private static ModelFile capsules() throws IOException {
    try (InputStream in = AdvisorApiTest.class.getResourceAsStream("/models/capsules.yaml")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return ModelFile.parse("capsules.yaml", new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("accept", accept)
            .timeout(Duration.ofSeconds(10))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> reply = get(path, "application/json");
    assertThat(reply.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(reply.body());
  }

  @Test
  void answerHasTheAgreedShape() throws Exception {
    JsonNode orders = json("/headroom/orders");
    List<String> names = new ArrayList<>();
    orders.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "service",
            "at",
            "status",
            "reason",
            "demand",
            "peak_demand",
            "users",
            "capacity",
            "safe_capacity",
            "objective",
            "headroom",
            "bottleneck",
            "resources",
            "forecast",
            "recommendations",
            "documents");
    assertThat(orders.at("/status").asText()).isEqualTo("ok");
    assertThat(orders.at("/reason").isNull()).isTrue();
    assertThat(orders.at("/capacity/verdict").asText()).isEqualTo("point");
    assertThat(orders.at("/resources/0/demand_per_request/unit").asText()).isEqualTo("s/request");
    assertThat(orders.at("/resources/0/sensors/0/name").asText()).isEqualTo("agent");
    assertThat(orders.at("/users/value").asDouble()).isBetween(1_199.0, 1_201.0);
    assertThat(orders.at("/forecast/reason").asText()).isEqualTo("0.0 days of data, 7 needed");
    assertThat(orders.at("/documents/0/figures/2/stated").asText())
        .isEqualTo("150 requests/second");
    assertThat(Instant.parse(orders.at("/at").asText())).isBefore(Instant.now());
  }

  @Test
  void whatIsUnknownIsNullWithItsReason() throws Exception {
    JsonNode silent = json("/headroom/silent");
    assertThat(silent.at("/status").asText()).isEqualTo("unknown");
    assertThat(silent.at("/reason").asText()).isEqualTo("nothing measured in the last 15 minutes");
    assertThat(silent.at("/capacity/value").isNull()).isTrue();
    assertThat(silent.at("/capacity/verdict").asText()).isEqualTo("unknown");
  }

  @Test
  void oneLineAServiceForTerminals() throws Exception {
    List<String> lines = get("/headroom", "text/plain").body().lines().toList();
    assertThat(lines)
        .containsExactly(
            "orders ok: headroom 34 %, peak 60 of 90.44 requests/s safe (waiting < 5 %), full at"
                + " 150: 15 connections / 0.1 s held per request = 150 requests/s (145.6-154.6);"
                + " capsules says 150 requests/second (open)",
            "silent unknown: nothing measured in the last 15 minutes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/headroom/nobody| 404| no service 'nobody'; there are: orders, silent",
        "/documents/none| 404| no document 'none'; there are: capsules",
        "/services/nobody/signals| 404| nothing is measured of a service 'nobody'",
        "/services/orders/signals?signal=mood| 400| no signal 'mood'",
        "/services/orders/signals?resource=castle/x| 400| no resource kind 'castle' in castle/x",
        "/services/orders/signals?step=0| 400| step is a number of seconds from 1 to 86400: 5s",
        "/nothing/here| 404| Not found: /nothing/here"
      })
  void refusalsAreProblems(String path, int status, String detail) throws Exception {
    HttpResponse<String> reply = get(path, "application/json");
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(new ObjectMapper().readTree(reply.body()).at("/detail").asText()).isEqualTo(detail);
  }

  @Test
  void seriesAreRatesAndMeans() throws Exception {
    JsonNode demand = json("/services/orders/signals?resource=requests&signal=acquired&step=10");
    JsonNode inUse =
        json("/services/orders/signals?resource=pool/orders-db&signal=in_use_seconds&step=10");
    assertThat(middle(demand)).isBetween(59.9, 60.1);
    assertThat(middle(inUse)).isBetween(5.9, 6.1);
  }

  private static double middle(JsonNode series) {
    JsonNode points = series.path("points");
    return points.get(points.size() - 10).path("value").asDouble();
  }

  @Test
  void unknownFiguresAreAbsentFromTheMetrics() throws Exception {
    String metrics = get("/metrics", "text/plain").body();
    assertThat(metrics)
        .contains("loadline_headroom_ratio{service=\"orders\"} 0.33")
        .contains("loadline_demand_requests_per_second{service=\"orders\"} ")
        .contains("loadline_claims{document=\"capsules\",service=\"orders\",verdict=\"open\"} ")
        .containsPattern(
            "loadline_capacity_requests_per_second\\{bound=\"value\",resource=\"pool/orders-db\","
                + "service=\"orders\"} (150|149.99)")
        .doesNotContain("silent");
  }

  @Test
  void notReadyUntilTheCollectorIs() throws Exception {
    ready.set(false);
    assertThat(get("/readyz", "*/*").statusCode()).isEqualTo(503);
    assertThat(get("/healthz", "*/*").statusCode()).isEqualTo(200);
    ready.set(true);
    assertThat(get("/readyz", "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() throws Exception {
    for (String path : List.of("/", "/headroom", "/nothing")) {
      HttpResponse<String> reply = get(path, "*/*");
      assertThat(reply.headers().firstValue("x-content-type-options")).contains("nosniff");
      assertThat(reply.headers().firstValue("x-frame-options")).contains("DENY");
      assertThat(reply.headers().firstValue("content-security-policy").orElse(""))
          .startsWith("default-src 'self'");
    }
  }

  @Test
  void everyDescribedRouteAnswers() throws Exception {
    JsonNode paths = json("/openapi.json").path("paths");
    assertThat(paths.size()).isGreaterThanOrEqualTo(11);
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    names.remove("/events");
    for (String path : names) {
      String concrete = path.replace("{service}", "orders").replace("{id}", "capsules");
      assertThat(get(concrete, "*/*").statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void eventsCarryTheAnswers() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events")).build();
    HttpResponse<InputStream> reply =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(reply.headers().firstValue("content-type")).contains("text/event-stream");
    try (InputStream body = reply.body()) {
      String start = new String(body.readNBytes(60), StandardCharsets.UTF_8);
      assertThat(start).startsWith("event: headroom\ndata: [{\"service\":\"orders\"");
    }
  }

  @Test
  void documentsShowEveryClaim() throws Exception {
    JsonNode capsules = json("/documents/capsules");
    assertThat(capsules.path("claims").size()).isEqualTo(41);
    assertThat(capsules.at("/claims/7/verdict").asText()).isEqualTo("follows");
    assertThat(capsules.at("/claims/7/where").asText()).startsWith("capsules.yaml:");
    assertThat(capsules.at("/live/orders/confirmed").asInt()).isEqualTo(2);
  }
}
