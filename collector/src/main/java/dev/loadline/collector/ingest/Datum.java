package dev.loadline.collector.ingest;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import java.util.List;
import java.util.Map;

/**
 * One data point of OpenTelemetry, whatever its form.
 *
 * @param kind decides the name's suffix
 * @param form what it becomes
 * @param startNanos since when it counts; 0 where the sender does not know
 * @param quantiles of a summary, by their name
 */
record Datum(
    PrometheusName.Kind kind,
    Form form,
    AggregationTemporality temporality,
    List<KeyValue> attributes,
    long startNanos,
    long endNanos,
    int flags,
    Tally tally,
    Map<String, Double> quantiles) {
  private static final int NO_RECORDED_VALUE = 1;

  /** One line, or the several lines of a histogram or a summary. */
  enum Form {
    PLAIN,
    HISTOGRAM,
    SUMMARY
  }

  /** Whether it only says that the stream has ended. */
  boolean isEnd() {
    return (flags & NO_RECORDED_VALUE) != 0;
  }

  boolean isIncrement() {
    return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  }
}
