package dev.loadline.collector.ingest;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a histogram, or a plain sum, has counted.
 *
 * @param sum of the values; of a plain sum that itself; null where the sender knows none
 * @param buckets how many values lie in the bucket that ends at each bound
 */
record Tally(double count, @Nullable Double sum, SortedMap<Double, Long> buckets) {

  Tally {
    buckets = Collections.unmodifiableSortedMap(new TreeMap<>(buckets));
  }

  static Tally of(double value) {
    return new Tally(0, value, new TreeMap<>());
  }

  Tally plus(Tally other) {
    SortedMap<Double, Long> all = new TreeMap<>(buckets);
    for (Map.Entry<Double, Long> bucket : other.buckets.entrySet()) {
      all.merge(bucket.getKey(), bucket.getValue(), Long::sum);
    }
    Double total = sum == null || other.sum == null ? null : Double.valueOf(sum + other.sum);
    return new Tally(count + other.count, total, all);
  }
}
