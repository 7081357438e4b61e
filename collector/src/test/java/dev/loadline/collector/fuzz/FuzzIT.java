package dev.loadline.collector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.scrape.GzipTarget;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusProtobufWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A seeded loop over all targets; LOADLINE_FUZZ_INPUTS says how many inputs each gets. */
class FuzzIT {
  private static final int INPUTS =
      Integer.parseInt(System.getenv().getOrDefault("LOADLINE_FUZZ_INPUTS", "50000"));
  private static final byte[] TOKENS = ascii("{}\",=\\# \t\r\n\0+-.eE019aZ_:NaNInfEOFTYPE");
  private static final String QUOTED =
      "{\"db.count\",\"db.state\"=\"ü\\\"\"} 1.5e3 1395066363\nb{c=\"d\",} -Inf\r\n";

  @Test
  void anyTextIsReadOrRefused() throws IOException {
    fuzz(
        List.of(written(PrometheusTextFormatWriter.create()), utf8(QUOTED)),
        input -> Checks.exposition(input, Format.TEXT));
  }

  @Test
  void anyOpenMetricsIsReadOrRefused() throws IOException {
    fuzz(
        List.of(
            written(OpenMetricsTextFormatWriter.create()),
            utf8(QUOTED + "# TYPE c counter\nc_total 1 2.5 # {t=\"x\"} 1 1.5\n# EOF\n")),
        input -> Checks.exposition(input, Format.OPEN_METRICS));
  }

  @Test
  void anyProtobufIsReadOrRefused() throws IOException {
    fuzz(
        List.of(written(new PrometheusProtobufWriter())),
        input -> Checks.exposition(input, Format.PROTOBUF));
  }

  @Test
  void anyGzipIsReadOrRefused() throws IOException {
    fuzz(
        List.of(zipped(written(PrometheusTextFormatWriter.create())), zipped(new byte[2_000])),
        GzipTarget::isRead);
  }

  /** Both ends have to come up, or the loop would prove nothing. */
  private static void fuzz(List<byte[]> seeds, Predicate<byte[]> read) {
    assertThat(seeds).allMatch(read);
    Mutations mutations = new Mutations(20_261_125, seeds, TOKENS);
    int good = 0;
    for (int i = 0; i < INPUTS; i++) {
      good += read.test(mutations.next()) ? 1 : 0;
    }
    assertThat(good).isBetween(INPUTS / 50, INPUTS - INPUTS / 50);
  }

  private static byte[] written(ExpositionFormatWriter writer) throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    Histogram.builder()
        .name("hold_seconds")
        .classicUpperBounds(0.1, 1)
        .register(registry)
        .observe(0.5);
    Gauge.builder().name("pool").labelNames("pool").register(registry).labelValues("ü").set(15);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, registry.scrape());
    return out.toByteArray();
  }

  private static byte[] zipped(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
