package dev.loadline.agent.expose;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.SummaryPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoublePointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSummaryData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSummaryPointData;
import io.opentelemetry.sdk.resources.Resource;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A reading as an OTLP request in protobuf, under the very names of the exposition; counters and
 * histograms are cumulative since the start of the process. Loaded only where pushes are wanted.
 */
final class OtlpEncoder {

  private static final InstrumentationScopeInfo SCOPE =
      InstrumentationScopeInfo.create("dev.loadline.agent");

  private final Resource resource;
  private final long since;

  OtlpEncoder(Map<String, String> attributes, String serviceName, long sinceEpochNanos) {
    AttributesBuilder all = Attributes.builder();
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      all.put(attribute.getKey(), attribute.getValue());
    }
    all.put("service.name", serviceName);
    resource = Resource.create(all.build());
    since = sinceEpochNanos;
  }

  byte[] encode(List<MetricFamilySamples> families, long epochNanos) throws IOException {
    List<MetricData> metrics = new ArrayList<>();
    for (MetricFamilySamples family : families) {
      switch (family.type) {
        case GAUGE:
          metrics.add(gauge(family, epochNanos));
          break;
        case COUNTER:
          metrics.add(counter(family, epochNanos));
          break;
        case HISTOGRAM:
          metrics.add(histogram(family, epochNanos));
          break;
        case SUMMARY:
          metrics.add(summary(family, epochNanos));
          break;
        default: // The target's info is in the resource.
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    MetricsRequestMarshaler.create(metrics).writeBinaryTo(out);
    return out.toByteArray();
  }

  private MetricData gauge(MetricFamilySamples family, long now) {
    return ImmutableMetricData.createDoubleGauge(
        resource,
        SCOPE,
        family.name,
        family.help,
        "",
        ImmutableGaugeData.create(points(family, now)));
  }

  private MetricData counter(MetricFamilySamples family, long now) {
    return ImmutableMetricData.createDoubleSum(
        resource,
        SCOPE,
        family.name + "_total",
        family.help,
        "",
        ImmutableSumData.create(true, AggregationTemporality.CUMULATIVE, points(family, now)));
  }

  private List<DoublePointData> points(MetricFamilySamples family, long now) {
    List<DoublePointData> points = new ArrayList<>();
    for (Sample sample : family.samples) {
      points.add(ImmutableDoublePointData.create(since, now, labels(sample), sample.value));
    }
    return points;
  }

  /** The samples of one histogram stand together: buckets, count, sum. */
  private MetricData histogram(MetricFamilySamples family, long now) {
    List<HistogramPointData> points = new ArrayList<>();
    List<Double> bounds = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    long below = 0;
    for (Sample sample : family.samples) {
      if (sample.name.endsWith("_bucket")) {
        String bound = sample.labelValues.get(sample.labelValues.size() - 1);
        if (!bound.equals("+Inf")) {
          bounds.add(Double.valueOf(bound));
        }
        counts.add((long) sample.value - below);
        below = (long) sample.value;
      } else if (sample.name.endsWith("_sum")) {
        points.add(
            ImmutableHistogramPointData.create(
                since, now, labels(sample), sample.value, false, 0, false, 0, bounds, counts));
        bounds = new ArrayList<>();
        counts = new ArrayList<>();
        below = 0;
      }
    }
    return ImmutableMetricData.createDoubleHistogram(
        resource,
        SCOPE,
        family.name,
        family.help,
        "",
        ImmutableHistogramData.create(AggregationTemporality.CUMULATIVE, points));
  }

  private MetricData summary(MetricFamilySamples family, long now) {
    List<SummaryPointData> points = new ArrayList<>();
    long count = 0;
    for (Sample sample : family.samples) {
      if (sample.name.endsWith("_count")) {
        count = (long) sample.value;
      } else {
        points.add(
            ImmutableSummaryPointData.create(
                since, now, labels(sample), count, sample.value, Collections.emptyList()));
      }
    }
    return ImmutableMetricData.createDoubleSummary(
        resource, SCOPE, family.name, family.help, "", ImmutableSummaryData.create(points));
  }

  private static Attributes labels(Sample sample) {
    AttributesBuilder labels = Attributes.builder();
    for (int i = 0; i < sample.labelNames.size(); i++) {
      labels.put(sample.labelNames.get(i), sample.labelValues.get(i));
    }
    return labels.build();
  }
}
