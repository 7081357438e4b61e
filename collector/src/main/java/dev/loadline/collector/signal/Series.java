package dev.loadline.collector.signal;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a line of samples: who measured which part of which signal of which resource,
 * where.
 *
 * <ul>
 *   <li>service: what users call, for example {@code orders}
 *   <li>instance: one process of it, for example {@code 10.0.0.7:9464}
 *   <li>sensor: who measured it, for example {@code agent} or {@code micrometer}: the same pool
 *       seen by two sensors is one resource, never a sum
 *   <li>part: what of a histogram; {@link Part#VALUE} for gauges and counters
 *   <li>labels: further dimensions: {@code route}, {@code method}, {@code status}, {@code library},
 *       and {@code le} of a histogram's bucket (its upper bound in seconds, {@code +Inf} for the
 *       last)
 * </ul>
 */
public final class Series {
  private final String service;
  private final String instance;
  private final String sensor;
  private final Resource resource;
  private final Signal signal;
  private final Part part;
  private final SortedMap<String, String> labels;
  private final int hash;

  /** A histogram is three kinds of line; everything else is one. */
  public enum Part {
    VALUE,
    COUNT,
    SUM,
    BUCKET
  }

  public Series(
      String service,
      String instance,
      String sensor,
      Resource resource,
      Signal signal,
      Part part,
      SortedMap<String, String> labels) {
    this.service = service;
    this.instance = instance;
    this.sensor = sensor;
    this.resource = resource;
    this.signal = signal;
    this.part = part;
    this.labels =
        labels.isEmpty()
            ? Collections.emptySortedMap()
            : Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    this.hash = Objects.hash(service, instance, sensor, resource, signal, part, labels);
  }

  public Series(String service, String instance, String sensor, Resource resource, Signal signal) {
    this(service, instance, sensor, resource, signal, Part.VALUE, Collections.emptySortedMap());
  }

  /** The same line but for its labels. */
  public Series with(Map<String, String> otherLabels) {
    return new Series(
        service, instance, sensor, resource, signal, part, new TreeMap<>(otherLabels));
  }

  public String service() {
    return service;
  }

  public String instance() {
    return instance;
  }

  public String sensor() {
    return sensor;
  }

  public Resource resource() {
    return resource;
  }

  public Signal signal() {
    return signal;
  }

  public Part part() {
    return part;
  }

  /** Cannot be changed. */
  public SortedMap<String, String> labels() {
    return labels;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Series that
            && hash == that.hash
            && signal == that.signal
            && part == that.part
            && resource.equals(that.resource)
            && service.equals(that.service)
            && instance.equals(that.instance)
            && sensor.equals(that.sensor)
            && labels.equals(that.labels));
  }

  /** Computed once: every sample of a scrape is looked up by its series several times. */
  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "Series[service=%s, instance=%s, sensor=%s, resource=%s, signal=%s, part=%s, labels=%s]"
        .formatted(service, instance, sensor, resource, signal, part, labels);
  }
}
