package dev.loadline.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenTelemetry's own SDK as the sender. */
class OtlpExporterTest {
  private static final Attributes POOL = Attributes.of(key("kind"), "pool", key("resource"), "db");

  @TempDir Path data;
  private Receiver receiver;

  @BeforeEach
  void open() {
    receiver = new Receiver(data, IngestLimits.STANDARD);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void gaugesCountersAndHistogramsArrive() {
    SdkMeterProvider provider = provider(AggregationTemporalitySelector.alwaysCumulative());
    try (provider) {
      var meter = provider.get("test");
      meter
          .gaugeBuilder("loadline.resource.limit")
          .buildWithCallback(gauge -> gauge.record(15, POOL));
      meter.counterBuilder("loadline.resource.acquired").build().add(7, POOL);
      meter
          .histogramBuilder("http.server.request.duration")
          .setUnit("s")
          .build()
          .record(0.3, Attributes.of(key("http.route"), "/orders"));
      flush(provider);
    }

    assertThat(receiver.latest("orders"))
        .contains(
            entry("pool/db limit value {}", 15.0),
            entry("pool/db acquired value {}", 7.0),
            entry("requests/http hold count {route=/orders}", 1.0),
            entry("requests/http hold sum {route=/orders}", 0.3),
            entry("requests/http hold bucket {le=+Inf, route=/orders}", 1.0));
    assertThat(receiver.store.series("orders")).extracting("instance").containsOnly("a:1");
  }

  @Test
  void incrementsAddUp() {
    SdkMeterProvider provider = provider(AggregationTemporalitySelector.deltaPreferred());
    try (provider) {
      LongCounter acquired =
          provider.get("test").counterBuilder("loadline.resource.acquired").build();
      for (int i = 1; i <= 3; i++) {
        acquired.add(i, POOL);
        flush(provider);
      }
    }

    assertThat(receiver.latest("orders")).containsOnly(entry("pool/db acquired value {}", 6.0));
  }

  @Test
  void exponentialHistogramsArrive() {
    SdkMeterProvider provider =
        builder(AggregationTemporalitySelector.alwaysCumulative())
            .registerView(
                InstrumentSelector.builder().setName("*").build(),
                View.builder()
                    .setAggregation(Aggregation.base2ExponentialBucketHistogram())
                    .build())
            .build();
    try (provider) {
      provider.get("test").counterBuilder("loadline.agent.anything").build().add(1);
      var histogram =
          provider
              .get("test")
              .histogramBuilder("http.server.request.duration")
              .setUnit("s")
              .build();
      histogram.record(0.3);
      histogram.record(3);
      flush(provider);
    }

    assertThat(receiver.latest("orders"))
        .contains(
            entry("requests/http hold count {}", 2.0),
            entry("requests/http hold bucket {le=+Inf}", 2.0))
        .hasSizeGreaterThan(4);
  }

  private SdkMeterProvider provider(AggregationTemporalitySelector temporality) {
    return builder(temporality).build();
  }

  private SdkMeterProviderBuilder builder(AggregationTemporalitySelector temporality) {
    OtlpHttpMetricExporter exporter =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(receiver.url("/v1/metrics"))
            .setCompression("gzip")
            .setAggregationTemporalitySelector(temporality)
            .build();
    return SdkMeterProvider.builder()
        .setResource(
            Resource.create(
                Attributes.of(key("service.name"), "orders", key("service.instance.id"), "a:1")))
        .registerMetricReader(
            PeriodicMetricReader.builder(exporter).setInterval(Duration.ofHours(1)).build());
  }

  private static void flush(SdkMeterProvider provider) {
    assertThat(provider.forceFlush().join(30, TimeUnit.SECONDS).isSuccess()).isTrue();
  }

  private static AttributeKey<String> key(String name) {
    return AttributeKey.stringKey(name);
  }
}
