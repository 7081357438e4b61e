package dev.loadline.collector.ingest;

import dev.loadline.collector.ingest.Datum.Form;
import dev.loadline.collector.ingest.PrometheusName.Kind;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint.ValueAtQuantile;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The five forms of OpenTelemetry's metrics as one. */
final class Data {
  private static final AggregationTemporality CUMULATIVE =
      AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;

  private Data() {}

  /** Why a data point says nothing that could be kept. */
  static final class UnusableException extends RuntimeException {
    UnusableException(String message) {
      super(message);
    }
  }

  /** What is to be read lazily, each by itself, so that a bad one does not harm the others. */
  interface Read {
    Datum datum();
  }

  static Stream<Read> of(Metric metric) {
    return switch (metric.getDataCase()) {
      case GAUGE ->
          metric.getGauge().getDataPointsList().stream()
              .map(point -> () -> number(point, Kind.GAUGE, CUMULATIVE));
      case SUM -> {
        Kind kind = metric.getSum().getIsMonotonic() ? Kind.COUNTER : Kind.OTHER;
        AggregationTemporality temporality = metric.getSum().getAggregationTemporality();
        yield metric.getSum().getDataPointsList().stream()
            .map(point -> () -> number(point, kind, temporality));
      }
      case HISTOGRAM -> {
        AggregationTemporality temporality = metric.getHistogram().getAggregationTemporality();
        yield metric.getHistogram().getDataPointsList().stream()
            .map(point -> () -> histogram(point, temporality));
      }
      case EXPONENTIAL_HISTOGRAM -> {
        AggregationTemporality temporality =
            metric.getExponentialHistogram().getAggregationTemporality();
        yield metric.getExponentialHistogram().getDataPointsList().stream()
            .map(point -> () -> exponential(point, temporality));
      }
      case SUMMARY ->
          metric.getSummary().getDataPointsList().stream().map(point -> () -> summary(point));
      case DATA_NOT_SET -> Stream.empty();
    };
  }

  private static Datum number(
      NumberDataPoint point, Kind kind, AggregationTemporality temporality) {
    double value =
        switch (point.getValueCase()) {
          case AS_DOUBLE -> point.getAsDouble();
          case AS_INT -> point.getAsInt();
          case VALUE_NOT_SET ->
              (point.getFlags() & 1) != 0 ? 0 : unusable("a data point without a value");
        };
    return new Datum(
        kind,
        Form.PLAIN,
        temporality,
        point.getAttributesList(),
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        point.getFlags(),
        Tally.of(value),
        Map.of());
  }

  private static Datum histogram(HistogramDataPoint point, AggregationTemporality temporality) {
    return new Datum(
        Kind.OTHER,
        Form.HISTOGRAM,
        temporality,
        point.getAttributesList(),
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        point.getFlags(),
        new Tally(point.getCount(), sum(point.hasSum(), point.getSum()), buckets(point)),
        Map.of());
  }

  private static SortedMap<Double, Long> buckets(HistogramDataPoint point) {
    int bounds = point.getExplicitBoundsCount();
    int counts = point.getBucketCountsCount();
    if (counts != bounds + 1 && (counts != 0 || bounds != 0)) {
      unusable(counts + " buckets for " + bounds + " bounds");
    }
    SortedMap<Double, Long> buckets = new TreeMap<>();
    for (int i = 0; i < bounds; i++) {
      buckets.put(point.getExplicitBounds(i), point.getBucketCounts(i));
    }
    return buckets;
  }

  private static Datum exponential(
      ExponentialHistogramDataPoint point, AggregationTemporality temporality) {
    return new Datum(
        Kind.OTHER,
        Form.HISTOGRAM,
        temporality,
        point.getAttributesList(),
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        point.getFlags(),
        new Tally(
            point.getCount(), sum(point.hasSum(), point.getSum()), ExponentialBuckets.of(point)),
        Map.of());
  }

  private static Datum summary(SummaryDataPoint point) {
    return new Datum(
        Kind.OTHER,
        Form.SUMMARY,
        CUMULATIVE,
        point.getAttributesList(),
        point.getStartTimeUnixNano(),
        point.getTimeUnixNano(),
        point.getFlags(),
        new Tally(point.getCount(), point.getSum(), new TreeMap<>()),
        point.getQuantileValuesList().stream()
            .collect(
                Collectors.toMap(
                    quantile -> Double.toString(quantile.getQuantile()),
                    ValueAtQuantile::getValue,
                    (first, second) -> first)));
  }

  private static @Nullable Double sum(boolean known, double sum) {
    return known ? sum : null;
  }

  private static double unusable(String message) {
    throw new UnusableException(message);
  }
}
