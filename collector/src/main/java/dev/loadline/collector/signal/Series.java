package dev.loadline.collector.signal;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The identity of a line of samples: who measured which part of which signal of which resource,
 * where.
 *
 * @param service what users call, for example {@code orders}
 * @param instance one process of it, for example {@code 10.0.0.7:9464}
 * @param sensor who measured it, for example {@code agent} or {@code micrometer}: the same pool
 *     seen by two sensors is one resource, never a sum
 * @param part what of a histogram; {@link Part#VALUE} for gauges and counters
 * @param labels further dimensions: {@code route}, {@code method}, {@code status}, {@code library},
 *     and {@code le} of a histogram's bucket (its upper bound in seconds, {@code +Inf} for the
 *     last)
 */
public record Series(
    String service,
    String instance,
    String sensor,
    Resource resource,
    Signal signal,
    Part part,
    SortedMap<String, String> labels) {

  /** A histogram is three kinds of line; everything else is one. */
  public enum Part {
    VALUE,
    COUNT,
    SUM,
    BUCKET
  }

  public Series {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  public Series(String service, String instance, String sensor, Resource resource, Signal signal) {
    this(service, instance, sensor, resource, signal, Part.VALUE, new TreeMap<>());
  }

  /** The same line but for its labels. */
  public Series with(Map<String, String> otherLabels) {
    return new Series(
        service, instance, sensor, resource, signal, part, new TreeMap<>(otherLabels));
  }
}
