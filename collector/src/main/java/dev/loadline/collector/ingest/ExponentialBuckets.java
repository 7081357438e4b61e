package dev.loadline.collector.ingest;

import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint.Buckets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exponential buckets by their upper bounds. At scale 0 bucket 3 holds values above 8 up to 16; at
 * scale 1 bounds lie a factor √2 apart.
 */
final class ExponentialBuckets {
  private ExponentialBuckets() {}

  /** How many lie in the bucket that ends at each bound; all but the last have one. */
  static SortedMap<Double, Long> of(ExponentialHistogramDataPoint point) {
    SortedMap<Double, Long> counts = new TreeMap<>();
    add(counts, point.getPositive(), index -> bound(index + 1, point.getScale()));
    add(counts, point.getNegative(), index -> -bound(index, point.getScale()));
    if (point.getZeroCount() > 0) {
      counts.merge(point.getZeroThreshold(), point.getZeroCount(), Long::sum);
    }
    return counts;
  }

  private interface Bound {
    double of(long index);
  }

  private static void add(SortedMap<Double, Long> counts, Buckets buckets, Bound bound) {
    for (int i = 0; i < buckets.getBucketCountsCount(); i++) {
      if (buckets.getBucketCounts(i) > 0) {
        counts.merge(
            bound.of((long) buckets.getOffset() + i), buckets.getBucketCounts(i), Long::sum);
      }
    }
  }

  private static double bound(long index, int scale) {
    return Math.pow(2, Math.scalb((double) index, -scale));
  }
}
