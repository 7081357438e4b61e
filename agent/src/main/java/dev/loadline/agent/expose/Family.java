package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Histogram;
import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One metric family while its samples are gathered. */
final class Family {

  private final String name;
  private final Collector.Type type;
  private final String help;
  private final List<String> labels;
  private final List<Sample> samples = new ArrayList<>();

  private Family(String name, Collector.Type type, String help, String... labels) {
    this.name = name;
    this.type = type;
    this.help = help;
    this.labels = Arrays.asList(labels);
  }

  static Family gauge(String name, String help, String... labels) {
    return new Family(name, Collector.Type.GAUGE, help, labels);
  }

  /** The name is given without the ending {@code _total}. */
  static Family counter(String name, String help, String... labels) {
    return new Family(name, Collector.Type.COUNTER, help, labels);
  }

  static Family histogram(String name, String help, String... labels) {
    return new Family(name, Collector.Type.HISTOGRAM, help, labels);
  }

  static Family summary(String name, String help, String... labels) {
    return new Family(name, Collector.Type.SUMMARY, help, labels);
  }

  static Family info(String name, String help, String... labels) {
    return new Family(name, Collector.Type.INFO, help, labels);
  }

  Family add(double value, String... values) {
    String suffix =
        type == Collector.Type.COUNTER ? "_total" : type == Collector.Type.INFO ? "_info" : "";
    return add(suffix, labels, Arrays.asList(values), value);
  }

  Family add(long value, String... values) {
    return add((double) value, values);
  }

  Family add(long count, double sum, String... values) {
    add("_count", labels, Arrays.asList(values), (double) count);
    return add("_sum", labels, Arrays.asList(values), sum);
  }

  /** Every {@code stride}-th bound is shown. */
  Family add(Histogram.Counts counts, int stride, String... values) {
    for (int i = 0; i < counts.bounds(); i += stride) {
      bucket(Collector.doubleToGoString(counts.boundSeconds(i)), counts.upTo(i), values);
    }
    bucket("+Inf", counts.count(), values);
    return add(counts.count(), counts.sumSeconds(), values);
  }

  private void bucket(String bound, long count, String... values) {
    add("_bucket", with(labels, "le"), with(Arrays.asList(values), bound), (double) count);
  }

  private static List<String> with(List<String> list, String last) {
    List<String> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  private Family add(String suffix, List<String> names, List<String> values, double value) {
    samples.add(new Sample(name + suffix, names, values, value));
    return this;
  }

  /** Adds the finished family, if it has samples. */
  void to(List<MetricFamilySamples> families) {
    if (!samples.isEmpty()) {
      families.add(new MetricFamilySamples(name, type, help, samples));
    }
  }
}
