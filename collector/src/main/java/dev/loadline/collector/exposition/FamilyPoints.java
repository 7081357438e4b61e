package dev.loadline.collector.exposition;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.loadline.collector.exposition.MalformedException.Reason;
import dev.loadline.collector.exposition.ProtobufReader.LimitException;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;

/** Spells the metrics of a family as the lines that a text has for them. */
final class FamilyPoints {
  private static final int GAUGE_HISTOGRAM = 5;
  private static final int SUMMARY = 2;

  private final Limits limits;
  private final Selection selection;
  private String name = "";
  private int type;
  private int samples;

  FamilyPoints(Limits limits, Selection selection) {
    this.limits = limits;
    this.selection = selection;
  }

  void family(String of, int as) throws IOException {
    if (of.isEmpty()) {
      throw new InvalidProtocolBufferException("a family without a name");
    }
    if (as < 0 || as > GAUGE_HISTOGRAM) {
      throw new InvalidProtocolBufferException("no such type: " + as);
    }
    name = of;
    type = as;
  }

  void add(ProtobufMetric metric) throws IOException {
    if (metric.count().isPresent()) {
      distribution(metric, metric.count().getAsDouble());
    } else if (metric.value().isPresent()) {
      add(name, metric.labels(), metric, metric.value().getAsDouble());
    } else {
      throw new InvalidProtocolBufferException("a metric of '" + name + "' without a value");
    }
  }

  private void distribution(ProtobufMetric metric, double count) throws IOException {
    String letter = type == GAUGE_HISTOGRAM ? "g" : "";
    if (type == SUMMARY) {
      parts(name, "quantile", metric, metric.parts());
    } else {
      parts(name + "_bucket", "le", metric, metric.parts());
      if (!metric.parts().isEmpty() && !metric.parts().containsKey(Double.POSITIVE_INFINITY)) {
        parts(name + "_bucket", "le", metric, Map.of(Double.POSITIVE_INFINITY, count));
      }
    }
    add(name + "_" + letter + "sum", metric.labels(), metric, metric.sum());
    add(name + "_" + letter + "count", metric.labels(), metric, count);
  }

  private void parts(String of, String label, ProtobufMetric metric, Map<Double, Double> parts)
      throws IOException {
    for (Map.Entry<Double, Double> part : parts.entrySet()) {
      String key =
          part.getKey() == Double.POSITIVE_INFINITY ? "+Inf" : Double.toString(part.getKey());
      add(of, with(metric.labels(), label, key), metric, part.getValue());
    }
  }

  private static Map<String, String> with(Map<String, String> labels, String name, String value)
      throws IOException {
    String[] pairs = new String[2 * labels.size() + 2];
    int next = 0;
    for (Map.Entry<String, String> label : labels.entrySet()) {
      pairs[next++] = label.getKey();
      pairs[next++] = label.getValue();
    }
    if (labels.containsKey(name)) {
      throw new InvalidProtocolBufferException("label '" + name + "' stands twice");
    }
    pairs[next++] = name;
    pairs[next] = value;
    return new Labels(pairs);
  }

  private void add(String of, Map<String, String> labels, ProtobufMetric metric, double value)
      throws IOException {
    if (samples++ == limits.samples()) {
      throw new LimitException(Reason.SAMPLE_LIMIT, "more than " + limits.samples() + " samples");
    }
    if (selection.wants(of)) {
      selection.take(new Point(of, Collections.unmodifiableMap(labels), value, metric.time()));
    }
  }
}
