package dev.loadline.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.protobuf.CodedInputStream;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Literal requests, in JSON for the eye and in protobuf. */
class OtlpTest {
  private static final String JSON = "application/json";
  private static final String PROTOBUF = "application/x-protobuf";
  private static final long NOW = System.currentTimeMillis();

  /** By this the tables know whose names the others are. */
  private static final String AGENT = gauge("loadline.agent.anything", 0, 1) + ",";

  @TempDir Path data;
  private Receiver receiver;

  @BeforeEach
  void open() {
    receiver = new Receiver(data, new IngestLimits(200_000, 100, 16, 1_000));
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void gaugesAndSumsAreWhatAScrapeWouldGive() throws Exception {
    HttpResponse<byte[]> response =
        json(
            gauge("loadline.resource.limit", 0, 15)
                + ","
                + sum("loadline.resource.acquired", true, 2, 0, 0, "\"1234567890123\""));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("{}");
    assertThat(receiver.latest("orders"))
        .containsOnly(
            entry("pool/db limit value {}", 15.0),
            entry("pool/db acquired value {}", 1234567890123.0));
    assertThat(receiver.store.series("orders")).extracting("instance").containsOnly("a:1");
  }

  @Test
  void histogramsBecomeCountSumAndCumulativeBuckets() throws Exception {
    json(
        AGENT
            + """
            {"name": "http.server.request.duration", "unit": "s", "histogram": {
              "aggregationTemporality": 2, "dataPoints": [{
                "timeUnixNano": "%1$d", "count": "6", "sum": 1.5, "explicitBounds": [0.1, 1],
                "bucketCounts": ["3", 2, "1"],
                "exemplars": [{"traceId": "5b8efff798038103d269b633813fc60c", "asDouble": 1}],
                "attributes": [{"key": "http.route", "value": {"stringValue": "/orders"}}]}]}}
            """
                .formatted(NOW * 1_000_000));

    assertThat(receiver.latest("orders"))
        .containsOnly(
            entry("requests/http hold bucket {le=0.1, route=/orders}", 3.0),
            entry("requests/http hold bucket {le=1.0, route=/orders}", 5.0),
            entry("requests/http hold bucket {le=+Inf, route=/orders}", 6.0),
            entry("requests/http hold count {route=/orders}", 6.0),
            entry("requests/http hold sum {route=/orders}", 1.5));
  }

  @Test
  void exponentialBucketsHaveTheirBounds() throws Exception {
    json(
        AGENT
            + """
            {"name": "http.server.request.duration", "unit": "s", "exponentialHistogram": {
              "aggregationTemporality": 2, "dataPoints": [{
                "timeUnixNano": "%d", "count": "7", "sum": 20, "scale": 0, "zeroCount": "1",
                "positive": {"offset": 2, "bucketCounts": ["4", "0", "2"]}}]}}
            """
                .formatted(NOW * 1_000_000));

    assertThat(receiver.latest("orders"))
        .containsOnly(
            entry("requests/http hold bucket {le=0.0}", 1.0),
            entry("requests/http hold bucket {le=8.0}", 5.0),
            entry("requests/http hold bucket {le=32.0}", 7.0),
            entry("requests/http hold bucket {le=+Inf}", 7.0),
            entry("requests/http hold count {}", 7.0),
            entry("requests/http hold sum {}", 20.0));
  }

  @Test
  void summariesHaveCountAndSum() throws Exception {
    json(
        AGENT
            + """
            {"name": "http.server.request.duration", "unit": "s", "summary": {"dataPoints": [{
                "timeUnixNano": "%d", "count": "7", "sum": 20,
                "quantileValues": [{"quantile": 0.5, "value": 3}]}]}}
            """
                .formatted(NOW * 1_000_000));

    assertThat(receiver.latest("orders"))
        .containsOnly(
            entry("requests/http hold count {}", 7.0), entry("requests/http hold sum {}", 20.0));
  }

  @Test
  void incrementsAreAddedUpAndARepeatedOneIsNot() throws Exception {
    json(sum("loadline.resource.acquired", true, 1, 3_000, 2_000, "5"));
    json(sum("loadline.resource.acquired", true, 1, 2_000, 1_000, "7"));
    HttpResponse<byte[]> repeated =
        json(sum("loadline.resource.acquired", true, 1, 2_000, 1_000, "7"));

    assertThat(text(repeated)).isEqualTo("{}");
    assertThat(receiver.latest("orders")).containsOnly(entry("pool/db acquired value {}", 12.0));
  }

  @Test
  void anIncrementThatOverlapsIsRejected() throws Exception {
    json(sum("loadline.resource.acquired", true, 1, 3_000, 2_000, "5"));
    HttpResponse<byte[]> response =
        json(sum("loadline.resource.acquired", true, 1, 2_500, 1_000, "7"));

    assertThat(text(response))
        .isEqualTo(
            "{\"partialSuccess\":{\"rejectedDataPoints\":\"1\",\"errorMessage\":\"1 not taken, the"
                + " first: loadline.resource.acquired: an increment that overlaps the one before"
                + " it\"}}");
  }

  @Test
  void incrementsThatCouldNotBeKeptAreNotLost() throws Exception {
    json(sum("loadline.resource.acquired", true, 1, 3_000, 2_000, "5"));
    receiver.store.close();
    HttpResponse<byte[]> refused =
        json(sum("loadline.resource.acquired", true, 1, 2_000, 1_000, "7"));

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("retry-after")).contains("5");
    assertThat(new JsonObject(text(refused)).getInteger("code")).isEqualTo(14);
  }

  @Test
  void whatIsRejectedIsCountedExactlyAndTheRestKept() throws Exception {
    HttpResponse<byte[]> response =
        json(
            String.join(
                ",",
                gauge("loadline.resource.limit", 0, 15),
                gauge("loadline.resource.in_use", 2 * 3_600_000, 1),
                gauge("loadline.resource.waiting", -11 * 60_000, 1),
                sum("loadline.resource.acquired", true, 0, 0, 0, "5"),
                "{\"name\": \"empty\", \"gauge\": {\"dataPoints\": [{\"timeUnixNano\": \"1\"}]}}"));

    JsonObject partial = new JsonObject(text(response)).getJsonObject("partialSuccess");
    assertThat(partial.getString("rejectedDataPoints")).isEqualTo("4");
    assertThat(partial.getString("errorMessage")).contains("is more than 1 h ago");
    assertThat(receiver.latest("orders")).containsOnly(entry("pool/db limit value {}", 15.0));
    assertThat(count("out_of_time")).isEqualTo(2);
    assertThat(count("malformed")).isEqualTo(2);
  }

  @Test
  void aMetricThatNoTableKnowsIsAcceptedAndNotKept() throws Exception {
    assertThat(text(json(gauge("stranger", 0, 1)))).isEqualTo("{}");
    assertThat(receiver.store.services()).isEmpty();
    assertThat(receiver.count("loadline.ingest.points", "protocol", "otlp")).isEqualTo(1);
    assertThat(receiver.count("loadline.ingest.samples", "protocol", "otlp")).isZero();
  }

  @Test
  void anEmptyRequestIsFine() throws Exception {
    assertThat(post(new byte[0], PROTOBUF).statusCode()).isEqualTo(200);
    assertThat(post(new byte[0], PROTOBUF).body()).isEmpty();
  }

  @Test
  void protobufIsAnsweredInProtobuf() throws Exception {
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    ProtoJson.merge(
        new JsonObject(
            request(
                gauge("loadline.resource.limit", 0, 15)
                    + ","
                    + gauge("loadline.resource.in_use", 2 * 3_600_000, 1))),
        request);

    HttpResponse<byte[]> response = post(request.build().toByteArray(), PROTOBUF);

    assertThat(response.headers().firstValue("content-type")).contains(PROTOBUF);
    assertThat(
            ExportMetricsServiceResponse.parseFrom(response.body())
                .getPartialSuccess()
                .getRejectedDataPoints())
        .isEqualTo(1);
    assertThat(receiver.latest("orders")).hasSize(1);
  }

  @Test
  void aMalformedRequestIsRefusedWithAStatusInItsEncoding() throws Exception {
    HttpResponse<byte[]> protobuf = post(new byte[] {10, 100, 1}, PROTOBUF);
    HttpResponse<byte[]> json = post("{".getBytes(StandardCharsets.UTF_8), JSON);
    HttpResponse<byte[]> typed =
        post(
            "{\"resourceMetrics\": [{\"scopeMetrics\": 7}]}".getBytes(StandardCharsets.UTF_8),
            JSON);

    assertThat(protobuf.statusCode()).isEqualTo(400);
    CodedInputStream status = CodedInputStream.newInstance(protobuf.body());
    assertThat(status.readTag()).isEqualTo(8);
    assertThat(status.readInt32()).isEqualTo(3);
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(text(json)).getInteger("code")).isEqualTo(3);
    assertThat(text(typed)).contains("scopeMetrics does not take 7");
    assertThat(receiver.count("loadline.ingest.refused", "protocol", "otlp", "reason", "malformed"))
        .isEqualTo(3);
  }

  @Test
  void otherTypesAndEncodingsAreRefused() throws Exception {
    assertThat(post(new byte[0], "text/plain").statusCode()).isEqualTo(415);
    assertThat(
            receiver
                .post(
                    "/v1/metrics",
                    new byte[0],
                    "content-type",
                    PROTOBUF,
                    "content-encoding",
                    "zstd")
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void gzipIsUnpackedWithinLimits() throws Exception {
    assertThat(zipped(request(gauge("loadline.resource.limit", 0, 15))).statusCode())
        .isEqualTo(200);
    assertThat(zipped(" ".repeat(300_000)).statusCode()).isEqualTo(413);
    assertThat(receiver.latest("orders")).hasSize(1);
  }

  @Test
  void aBodyBeyondTheLimitIsRefused() throws Exception {
    assertThat(post(new byte[200_001], PROTOBUF).statusCode()).isEqualTo(413);
  }

  private double count(String reason) {
    return receiver.count("loadline.ingest.rejected", "protocol", "otlp", "reason", reason);
  }

  private HttpResponse<byte[]> json(String metrics) throws IOException, InterruptedException {
    return post(request(metrics).getBytes(StandardCharsets.UTF_8), JSON);
  }

  private HttpResponse<byte[]> post(byte[] body, String type)
      throws IOException, InterruptedException {
    return receiver.post("/v1/metrics", body, "content-type", type);
  }

  private HttpResponse<byte[]> zipped(String body) throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body.getBytes(StandardCharsets.UTF_8));
    }
    return receiver.post(
        "/v1/metrics", bytes.toByteArray(), "content-type", JSON, "content-encoding", "gzip");
  }

  private static String request(String metrics) {
    return """
    {"resourceMetrics": [{
      "resource": {"attributes": [
        {"key": "service.name", "value": {"stringValue": "orders"}},
        {"key": "service.instance.id", "value": {"stringValue": "a:1"}}]},
      "scopeMetrics": [{"scope": {"name": "x"}, "unknownKey": 1, "metrics": [%s]}]}]}
    """
        .formatted(metrics);
  }

  private static String gauge(String name, long agoMillis, int value) {
    return "{\"name\": \"%s\", \"gauge\": {\"dataPoints\": [%s]}}"
        .formatted(name, point(0, agoMillis, "\"asInt\": \"" + value + "\""));
  }

  private static String sum(
      String name,
      boolean monotonic,
      int temporality,
      long startAgoMillis,
      long agoMillis,
      String value) {
    return "{\"name\": \"%s\", \"sum\": {\"isMonotonic\": %s, \"aggregationTemporality\": %d, \"dataPoints\": [%s]}}"
        .formatted(
            name, monotonic, temporality, point(startAgoMillis, agoMillis, "\"asInt\": " + value));
  }

  private static String point(long startAgoMillis, long agoMillis, String value) {
    return """
    {"startTimeUnixNano": "%d", "timeUnixNano": "%d", %s, "attributes": [
      {"key": "kind", "value": {"stringValue": "pool"}},
      {"key": "resource", "value": {"stringValue": "db"}}]}
    """
        .formatted((NOW - startAgoMillis) * 1_000_000, (NOW - agoMillis) * 1_000_000, value);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
