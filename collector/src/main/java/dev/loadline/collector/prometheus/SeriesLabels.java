package dev.loadline.collector.prometheus;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A series as labels of Prometheus: {@code loadline_signal_hold_bucket{service="orders",
 * instance="a:1", sensor="agent", resource="requests/http", le="0.1"}}.
 */
final class SeriesLabels {
  static final String PREFIX = "loadline_signal_";

  private static final String NAME = "__name__";
  private static final String OWN = "label_";

  /** Names of the labels that have no text, which Prometheus would leave out. */
  private static final String EMPTY = "loadline_empty";

  private static final Set<String> IDENTITY = Set.of("service", "instance", "sensor", "resource");

  private SeriesLabels() {}

  static SortedMap<String, String> of(Series series) {
    SortedMap<String, String> labels = new TreeMap<>();
    StringJoiner empty = new StringJoiner(",");
    labels.put(NAME, PREFIX + series.signal().label() + suffix(series.part()));
    labels.put("service", series.service());
    labels.put("instance", series.instance());
    labels.put("sensor", series.sensor());
    labels.put("resource", series.resource().toString());
    series
        .labels()
        .forEach(
            (name, value) -> {
              if (value.isEmpty()) {
                empty.add(name);
              } else {
                labels.put(escaped(name), value);
              }
            });
    if (empty.length() > 0) {
      labels.put(EMPTY, empty.toString());
    }
    return labels;
  }

  /** Empty where somebody else wrote something under our prefix. */
  static Optional<Series> read(Map<String, String> labels) {
    String name = labels.getOrDefault(NAME, "");
    if (!name.startsWith(PREFIX) || !labels.keySet().containsAll(IDENTITY)) {
      return Optional.empty();
    }
    for (Part part : Part.values()) {
      String suffix = suffix(part);
      Optional<Signal> signal =
          name.endsWith(suffix)
              ? Signal.of(name.substring(PREFIX.length(), name.length() - suffix.length()))
              : Optional.empty();
      if (signal.isPresent()) {
        return Optional.of(
            new Series(
                labels.getOrDefault("service", ""),
                labels.getOrDefault("instance", ""),
                labels.getOrDefault("sensor", ""),
                Resource.parse(labels.getOrDefault("resource", "")),
                signal.get(),
                part,
                own(labels)));
      }
    }
    return Optional.empty();
  }

  private static SortedMap<String, String> own(Map<String, String> labels) {
    SortedMap<String, String> own = new TreeMap<>();
    labels.forEach(
        (name, value) -> {
          if (name.equals(EMPTY)) {
            for (String each : value.split(",")) {
              own.put(each, "");
            }
          } else if (!name.equals(NAME) && !IDENTITY.contains(name)) {
            own.put(name.startsWith(OWN) ? name.substring(OWN.length()) : name, value);
          }
        });
    return own;
  }

  private static String escaped(String name) {
    return IDENTITY.contains(name) || name.startsWith(OWN) || name.equals(EMPTY)
        ? OWN + name
        : name;
  }

  private static String suffix(Part part) {
    return part == Part.VALUE ? "" : "_" + part.name().toLowerCase(Locale.ROOT);
  }
}
