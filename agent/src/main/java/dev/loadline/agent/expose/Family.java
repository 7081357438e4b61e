package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Histogram;
import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One metric family while its samples are gathered. */
final class Family {

  private static final Map<Integer, String> BOUNDS = new ConcurrentHashMap<>();

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
    List<String> names = with(labels, "le");
    List<String> given = Arrays.asList(values);
    for (int i = 0; i < counts.bounds(); i += stride) {
      add("_bucket", names, with(given, bound(counts, i)), (double) counts.upTo(i));
    }
    add("_bucket", names, with(given, "+Inf"), (double) counts.count());
    return add(counts.count(), counts.sumSeconds(), values);
  }

  /** All histograms have the same bounds, and to write a number is dear before it is compiled. */
  private static String bound(Histogram.Counts counts, int index) {
    String known = BOUNDS.get(index);
    if (known == null) {
      known = Collector.doubleToGoString(counts.boundSeconds(index));
      BOUNDS.put(index, known);
    }
    return known;
  }

  private static List<String> with(List<String> list, String last) {
    String[] longer = list.toArray(new String[list.size() + 1]);
    longer[list.size()] = last;
    return Arrays.asList(longer);
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
