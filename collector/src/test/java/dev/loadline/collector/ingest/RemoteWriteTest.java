package dev.loadline.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.loadline.collector.prometheus.Snappy;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Literal messages of both versions. */
class RemoteWriteTest {
  private static final String TYPE = "application/x-protobuf";
  private static final String SECOND = TYPE + ";proto=io.prometheus.write.v2.Request";
  private static final long NOW = System.currentTimeMillis();
  private static final String[] LIMIT = {
    "__name__", "hikaricp_connections_max", "instance", "a:1", "job", "orders", "pool", "db"
  };

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
  void theFirstVersionIsKept() throws Exception {
    HttpResponse<byte[]> response = post(TYPE, WriteMessage.first(NOW, 15, LIMIT));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(written(response)).isEqualTo("1");
    assertThat(receiver.latest("orders")).containsOnly(entry("pool/db limit value {}", 15.0));
    assertThat(receiver.store.series("orders")).extracting("instance").containsOnly("a:1");
  }

  @Test
  void theSecondVersionIsKept() throws Exception {
    HttpResponse<byte[]> response = post(SECOND, WriteMessage.second(NOW, 15, 0, LIMIT));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(written(response)).isEqualTo("1");
    assertThat(response.headers().firstValue("x-prometheus-remote-write-histograms-written"))
        .contains("0");
    assertThat(receiver.latest("orders")).containsOnly(entry("pool/db limit value {}", 15.0));
  }

  @Test
  void symbolsMayComeLast() throws Exception {
    byte[] message = WriteMessage.second(false, NOW, 15, 0, LIMIT);

    assertThat(post(SECOND, message).statusCode()).isEqualTo(204);
    assertThat(receiver.latest("orders")).hasSize(1);
  }

  @Test
  void theSameSampleTwiceIsThereOnce() throws Exception {
    post(TYPE, WriteMessage.first(NOW, 15, LIMIT));
    assertThat(post(TYPE, WriteMessage.first(NOW, 16, LIMIT)).statusCode()).isEqualTo(204);

    assertThat(receiver.latest("orders")).containsOnly(entry("pool/db limit value {}", 15.0));
  }

  @Test
  void aReadingThatWasCutIsAddedUpAsAWhole() throws Exception {
    String[] ok = {
      "__name__",
      "http_server_requests_seconds_count",
      "instance",
      "a:1",
      "job",
      "orders",
      "uri",
      "/orders",
      "method",
      "GET",
      "status",
      "200",
      "outcome",
      "SUCCESS"
    };
    String[] other = ok.clone();
    other[13] = "UNKNOWN";

    post(TYPE, WriteMessage.first(NOW, 5, ok));
    post(TYPE, WriteMessage.first(NOW, 7, other));
    post(TYPE, WriteMessage.first(NOW, 7, other));

    assertThat(receiver.latest("orders").values()).containsExactly(12.0);
  }

  @Test
  void theMarkOfAnEndIsNoSample() throws Exception {
    double stale = Double.longBitsToDouble(0x7ff0000000000002L);

    HttpResponse<byte[]> response = post(TYPE, WriteMessage.first(NOW, stale, LIMIT));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(written(response)).isEqualTo("1");
    assertThat(receiver.store.services()).isEmpty();
  }

  @Test
  void aSeriesOfNoJobIsNoneOfOurs() throws Exception {
    assertThat(
            post(TYPE, WriteMessage.first(NOW, 1, "__name__", "ALERTS", "alertname", "x"))
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void whatIsOutOfTimeIsRefusedAfterTheRestWasKept() throws Exception {
    byte[] good = WriteMessage.first(NOW, 15, LIMIT);
    byte[] old = WriteMessage.first(NOW - 2 * 3_600_000, 15, LIMIT);
    byte[] both = Arrays.copyOf(good, good.length + old.length);
    System.arraycopy(old, 0, both, good.length, old.length);

    HttpResponse<byte[]> response = post(TYPE, both);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(written(response)).isEqualTo("1");
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(detail(response))
        .startsWith("1 not taken, the first: hikaricp_connections_max: its time ")
        .endsWith(" is more than 1 h ago");
    assertThat(receiver.latest("orders")).hasSize(1);
  }

  @Test
  void nativeHistogramsAreRefusedByName() throws Exception {
    HttpResponse<byte[]> response = post(SECOND, WriteMessage.second(NOW, 15, 2, LIMIT));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(written(response)).isEqualTo("1");
    assertThat(detail(response))
        .isEqualTo(
            "2 not taken, the first: hikaricp_connections_max: native histograms are not read");
  }

  @Test
  void aStoreThatRefusesMayBeAskedAgain() throws Exception {
    receiver.store.close();

    HttpResponse<byte[]> response = post(TYPE, WriteMessage.first(NOW, 15, LIMIT));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("retry-after")).contains("5");
    assertThat(written(response)).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, snappy, 415",
    "application/x-protobuf;proto=other, snappy, 415",
    "application/x-protobuf, gzip, 415",
    "application/x-protobuf;proto=prometheus.WriteRequest, snappy, 204",
    "'application/x-protobuf; proto=\"io.prometheus.write.v2.Request\"', snappy, 204"
  })
  void typesAndEncodings(String type, String encoding, int status) throws Exception {
    assertThat(
            receiver
                .post(
                    "/api/v1/write",
                    Snappy.pack(new byte[0]),
                    "content-type",
                    type,
                    "content-encoding",
                    encoding)
                .statusCode())
        .isEqualTo(status);
  }

  @Test
  void aBlockThatClaimsTooMuchIsRefusedUnread() throws Exception {
    HttpResponse<byte[]> response =
        receiver.post(
            "/api/v1/write",
            new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 0},
            "content-type",
            TYPE,
            "content-encoding",
            "snappy");

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(detail(response))
        .isEqualTo("the snappy block says that it unpacks to 4294967295 bytes");
  }

  @Test
  void whateverIsSentIsAnswered() throws Exception {
    byte[] good = WriteMessage.second(NOW, 15, 1, LIMIT);
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      assertThat(post(SECOND, bad).statusCode()).isIn(204, 400, 413);
      assertThat(post(TYPE, bad).statusCode()).isIn(204, 400, 413);
    }
  }

  private HttpResponse<byte[]> post(String type, byte[] message)
      throws IOException, InterruptedException {
    return receiver.post(
        "/api/v1/write",
        Snappy.pack(message),
        "content-type",
        type,
        "content-encoding",
        "snappy",
        "x-prometheus-remote-write-version",
        "2.0.0");
  }

  private static String written(HttpResponse<byte[]> response) {
    return response.headers().firstValue("x-prometheus-remote-write-samples-written").orElseThrow();
  }

  private static String detail(HttpResponse<byte[]> response) {
    return new JsonObject(new String(response.body(), StandardCharsets.UTF_8)).getString("detail");
  }
}
