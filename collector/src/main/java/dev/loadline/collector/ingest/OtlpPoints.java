package dev.loadline.collector.ingest;

import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.Point;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Turns what OpenTelemetry pushes into the points that a scrape of the same process would give. */
final class OtlpPoints {
  private static final long NANOS = 1_000_000;

  private final Window window;
  private final DeltaTotals.Draft deltas;
  private final List<Offer> offers = new ArrayList<>();
  private final Rejections rejections = new Rejections();

  OtlpPoints(Window window, DeltaTotals.Draft deltas) {
    this.window = window;
    this.deltas = deltas;
  }

  List<Offer> offers() {
    return offers;
  }

  Rejections rejections() {
    return rejections;
  }

  /**
   * @param peer who sends, for those that do not say which instance they are
   */
  void read(ExportMetricsServiceRequest request, String peer) {
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      OtlpSource source = OtlpSource.of(resource.getResource(), peer);
      resource
          .getScopeMetricsList()
          .forEach(scope -> scope.getMetricsList().forEach(metric -> read(source, metric)));
    }
  }

  private void read(OtlpSource source, Metric metric) {
    Data.of(metric)
        .forEach(
            read -> {
              try {
                read(source, metric, read.datum());
              } catch (Data.UnusableException e) {
                reject("malformed", metric, String.valueOf(e.getMessage()));
              }
            });
  }

  private void read(OtlpSource source, Metric metric, Datum datum) {
    if (datum.isEnd() || !accepts(metric, datum)) {
      return;
    }
    String name = PrometheusName.of(metric.getName(), metric.getUnit(), datum.kind());
    Map<String, String> labels = OtlpSource.labels(datum.attributes());
    if (tooLarge(name, labels)) {
      reject("label_limit", metric, "too many labels, or too long ones");
      return;
    }
    Line line = new Line(source, name, labels, datum.endNanos() / NANOS);
    if (!datum.isIncrement()) {
      offer(line, datum, datum.tally());
      return;
    }
    var key = new DeltaTotals.Key(source.service(), source.instance(), name, labels);
    long last = deltas.last(key);
    if (last != 0 && datum.endNanos() <= last) {
      return;
    }
    if (last != 0 && datum.startNanos() != 0 && datum.startNanos() < last) {
      reject("overlap", metric, "an increment that overlaps the one before it");
      return;
    }
    offer(line, datum, deltas.add(key, datum.endNanos(), datum.tally()));
  }

  private boolean accepts(Metric metric, Datum datum) {
    if (datum.temporality() != AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE
        && !datum.isIncrement()) {
      reject("malformed", metric, "neither cumulative nor delta");
      return false;
    }
    long epochMillis = Long.divideUnsigned(datum.endNanos(), NANOS);
    if (!window.has(epochMillis)) {
      reject("out_of_time", metric, window.describe(epochMillis));
      return false;
    }
    return true;
  }

  private static boolean tooLarge(String name, Map<String, String> labels) {
    Limits limits = Limits.STANDARD;
    return name.length() > limits.nameBytes()
        || labels.size() > limits.labels()
        || labels.keySet().stream().anyMatch(label -> label.length() > limits.nameBytes())
        || labels.values().stream().anyMatch(value -> value.length() > limits.valueBytes());
  }

  private void reject(String reason, Metric metric, String sentence) {
    rejections.add(reason, metric.getName() + ": " + sentence);
  }

  private void offer(Line line, Datum datum, Tally tally) {
    if (datum.form() == Datum.Form.HISTOGRAM) {
      long below = 0;
      for (Map.Entry<Double, Long> bucket : tally.buckets().entrySet()) {
        below += bucket.getValue();
        offers.add(line.of("_bucket", "le", bound(bucket.getKey()), (double) below));
      }
      offers.add(line.of("_bucket", "le", "+Inf", tally.count()));
    }
    datum
        .quantiles()
        .forEach((quantile, value) -> offers.add(line.of("", "quantile", quantile, value)));
    if (datum.form() != Datum.Form.PLAIN) {
      offers.add(line.of("_count", tally.count()));
    }
    Double sum = tally.sum();
    if (sum != null) {
      offers.add(line.of(datum.form() == Datum.Form.PLAIN ? "" : "_sum", sum));
    }
  }

  private static String bound(double bound) {
    return Double.isInfinite(bound) ? "+Inf" : Double.toString(bound);
  }

  private record Line(
      OtlpSource source, String name, Map<String, String> labels, long epochMillis) {

    Offer of(String suffix, double value) {
      return of(suffix, labels, value);
    }

    Offer of(String suffix, String label, String text, double value) {
      Map<String, String> all = new LinkedHashMap<>(labels);
      all.put(label, text);
      return of(suffix, all, value);
    }

    private Offer of(String suffix, Map<String, String> all, double value) {
      return new Offer(
          source.service(),
          source.instance(),
          new Point(name + suffix, all, value, OptionalLong.of(epochMillis)));
    }
  }
}
