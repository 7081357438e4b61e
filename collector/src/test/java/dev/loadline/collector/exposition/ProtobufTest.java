package dev.loadline.collector.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.CodedOutputStream;
import dev.loadline.collector.exposition.MalformedException.Reason;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusProtobufWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Reads what Prometheus' own library writes, and refuses what nobody should write. */
class ProtobufTest {
  private static final Limits TIGHT = new Limits(1_000, 2, 1, 8, 4);

  private final PrometheusRegistry registry = new PrometheusRegistry();

  @Test
  void saysTheSameAsTheText() throws IOException, MalformedException {
    Counter.builder()
        .name("orders_total")
        .labelNames("shop")
        .register(registry)
        .labelValues("ü")
        .inc(3);
    Gauge.builder().name("pool_size").register(registry).set(Double.NaN);
    Histogram histogram =
        Histogram.builder().name("hold_seconds").classicUpperBounds(0.1, 1000).register(registry);
    histogram.observe(0.05);
    histogram.observe(2_000);
    Summary.builder().name("wait").quantile(0.5).register(registry).observe(2);

    List<Point> points = parse(written(new PrometheusProtobufWriter()), Limits.STANDARD);

    assertThat(points)
        .containsExactlyInAnyOrderElementsOf(
            Exposition.parse(
                written(PrometheusTextFormatWriter.create()), Format.TEXT, Limits.STANDARD));
    assertThat(points)
        .contains(
            point("orders_total", Map.of("shop", "ü"), 3),
            point("hold_seconds_bucket", Map.of("le", "1000.0"), 1),
            point("hold_seconds_bucket", Map.of("le", "+Inf"), 2),
            point("wait", Map.of("quantile", "0.5"), 2));
  }

  @Test
  void aNativeHistogramHasCountAndSum() throws IOException, MalformedException {
    Histogram.builder().name("hold_seconds").nativeOnly().register(registry).observe(3);

    assertThat(parse(written(new PrometheusProtobufWriter()), Limits.STANDARD))
        .containsExactly(
            point("hold_seconds_sum", Map.of(), 3), point("hold_seconds_count", Map.of(), 1));
  }

  @Test
  void aGaugeHistogramHasItsOwnEndings() throws IOException, MalformedException {
    byte[] body =
        family("in_flight", 5, message(7, join(varint(1, 3), fixed(2, 4.5), bucket(2, 0.5))));

    assertThat(parse(body, Limits.STANDARD))
        .containsExactly(
            point("in_flight_bucket", Map.of("le", "0.5"), 2),
            point("in_flight_bucket", Map.of("le", "+Inf"), 3),
            point("in_flight_gsum", Map.of(), 4.5),
            point("in_flight_gcount", Map.of(), 3));
  }

  @Test
  void timesAreMilliseconds() throws IOException, MalformedException {
    byte[] body = family("a", 1, join(gauge(2), varint(6, 1_395_066_363_000L)));

    assertThat(parse(body, Limits.STANDARD))
        .containsExactly(new Point("a", Map.of(), 2, OptionalLong.of(1_395_066_363_000L)));
  }

  @Test
  void whatIsCutIsTruncated() throws IOException {
    byte[] body = join(family("a", 1, gauge(2)), family("b", 1, gauge(2)));

    assertThat(refusal(Arrays.copyOf(body, body.length - 1)))
        .hasMessage("byte 19: a message of 18 bytes is cut");
  }

  @Test
  void whatIsNoMetricIsRefused() throws IOException {
    assertThat(refusal(family("", 1, gauge(2)))).hasMessageContaining("a family without a name");
    assertThat(refusal(family("a", 9, gauge(2)))).hasMessageContaining("no such type: 9");
    assertThat(refusal(family("a", 1, new byte[0]))).hasMessageContaining("without a value");
    assertThat(refusal(family("a", 1, join(label("b", "c"), label("b", "d"), gauge(2)))))
        .hasMessageContaining("label 'b' stands twice");
    assertThat(refusal(family("a", 1, join(label("", "c"), gauge(2)))))
        .hasMessageContaining("a label without a name");
    assertThat(refusal(family("a\0", 1, gauge(2)))).hasMessageContaining("not UTF-8");
    assertThat(refusal(new byte[] {2, 8, -1})).hasMessageContaining("not a metric family");
    assertThat(refusal(new byte[] {-1, -1, -1, -1, 127}).reason()).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void everyLimitHolds() throws IOException {
    assertThat(reason(family("abcdefghi", 1, gauge(1)))).isEqualTo(Reason.LENGTH_LIMIT);
    assertThat(reason(family("a", 1, join(label("b", "12345"), gauge(1)))))
        .isEqualTo(Reason.LENGTH_LIMIT);
    assertThat(reason(family("a", 1, join(label("b", "c"), label("d", "e"), gauge(1)))))
        .isEqualTo(Reason.LABEL_LIMIT);
    byte[] one = family("a", 1, gauge(1));
    assertThat(reason(join(one, one, one))).isEqualTo(Reason.SAMPLE_LIMIT);
    assertThat(reason(family("a", 4, message(7, join(bucket(1, 1), bucket(2, 2), bucket(3, 3))))))
        .isEqualTo(Reason.SAMPLE_LIMIT);
  }

  private static Reason reason(byte[] body) {
    return catchThrowableOfType(MalformedException.class, () -> parse(body, TIGHT)).reason();
  }

  private static MalformedException refusal(byte[] body) {
    return catchThrowableOfType(MalformedException.class, () -> parse(body, Limits.STANDARD));
  }

  private static List<Point> parse(byte[] body, Limits limits) throws MalformedException {
    return Exposition.parse(body, Format.PROTOBUF, limits);
  }

  private byte[] written(ExpositionFormatWriter writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, registry.scrape());
    return out.toByteArray();
  }

  private static Point point(String name, Map<String, String> labels, double value) {
    return new Point(name, labels, value, OptionalLong.empty());
  }

  /** One family of one metric, after its length. */
  private static byte[] family(String name, int type, byte[] metric) throws IOException {
    byte[] family = join(text(1, name), varint(3, type), message(4, metric));
    return written(out -> out.writeByteArrayNoTag(family));
  }

  private static byte[] gauge(double value) throws IOException {
    return message(2, fixed(1, value));
  }

  private static byte[] label(String name, String value) throws IOException {
    return message(1, join(text(1, name), text(2, value)));
  }

  private static byte[] bucket(long count, double bound) throws IOException {
    return message(3, join(varint(1, count), fixed(2, bound)));
  }

  private static byte[] message(int field, byte[] inner) throws IOException {
    return written(out -> out.writeByteArray(field, inner));
  }

  private static byte[] text(int field, String text) throws IOException {
    return written(out -> out.writeString(field, text));
  }

  private static byte[] varint(int field, long value) throws IOException {
    return written(out -> out.writeUInt64(field, value));
  }

  private static byte[] fixed(int field, double value) throws IOException {
    return written(out -> out.writeDouble(field, value));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private interface Written {
    void to(CodedOutputStream out) throws IOException;
  }

  private static byte[] written(Written what) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    what.to(out);
    out.flush();
    return bytes.toByteArray();
  }
}
