package dev.loadline.agent.expose;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * How many series one reading may still hold. A series is one line of the exposition: a histogram
 * of 20 bounds is 23 of them. What comes first has its place; what does not fit is left out, a
 * histogram as a whole, and counted.
 */
final class Cap {

  /** Series in one reading at most. */
  static final int MOST = 2_000;

  private int left;
  private long dropped;

  Cap(int most) {
    left = most;
  }

  List<MetricFamilySamples> apply(List<MetricFamilySamples> families) {
    List<MetricFamilySamples> kept = new ArrayList<>();
    for (MetricFamilySamples family : families) {
      if (family.samples.size() <= left) {
        left -= family.samples.size();
        kept.add(family);
      } else {
        part(family, kept);
      }
    }
    return kept;
  }

  private void part(MetricFamilySamples family, List<MetricFamilySamples> kept) {
    List<Sample> fit = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < family.samples.size(); i++) {
      if (whole(family, family.samples.get(i))) {
        if (take(i + 1 - from)) {
          fit.addAll(family.samples.subList(from, i + 1));
        }
        from = i + 1;
      }
    }
    if (!fit.isEmpty()) {
      kept.add(new MetricFamilySamples(family.name, family.type, family.help, fit));
    }
  }

  /** The sum is the last sample of a histogram and of a summary. */
  private static boolean whole(MetricFamilySamples family, Sample sample) {
    boolean many = family.type == Collector.Type.HISTOGRAM || family.type == Collector.Type.SUMMARY;
    return !many || sample.name.endsWith("_sum");
  }

  /** Takes the place of so many series, or counts them as left out. */
  private boolean take(int series) {
    if (series > left) {
      dropped += series;
      return false;
    }
    left -= series;
    return true;
  }

  int left() {
    return left;
  }

  /** Series left out. */
  long dropped() {
    return dropped;
  }
}
