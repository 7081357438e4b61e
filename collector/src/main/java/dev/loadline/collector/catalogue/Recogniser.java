package dev.loadline.collector.catalogue;

import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Gathers what the points of one exposition mean. */
final class Recogniser {
  private static final String NOT_OURS = "its labels are not those of ";

  private final String service;
  private final String instance;
  private final long scraped;
  private final Map<Moment, Reading> readings = new LinkedHashMap<>();
  private final TreeSet<String> unrecognised = new TreeSet<>();
  private final Set<Dropped> dropped = new LinkedHashSet<>();

  Recogniser(String service, String instance, long scraped) {
    this.service = service;
    this.instance = instance;
    this.scraped = scraped;
  }

  /**
   * @param meanings in the order in which they are asked
   */
  void add(Point point, String name, List<Meaning> meanings) {
    Map<String, String> labels = folded(point.labels());
    Optional<Meaning> meaning =
        meanings.stream()
            .filter(each -> each.entry() == null || each.entry().resource().fits(labels))
            .findFirst();
    if (meaning.isPresent()) {
      read(point, labels, meaning.get());
    } else if (meanings.isEmpty()) {
      unrecognised.add(name);
    } else {
      drop(point, NOT_OURS + meanings.get(0).table().exporter());
    }
  }

  Recognition result(Predicate<String> companion) {
    unrecognised.removeIf(companion);
    return new Recognition(List.copyOf(readings.values()), unrecognised, new ArrayList<>(dropped));
  }

  private void read(Point point, Map<String, String> labels, Meaning meaning) {
    Entry entry = meaning.entry();
    if (entry == null) {
      drop(point, meaning.reason());
      return;
    }
    if (entry.excludes(labels)) {
      drop(point, entry.otherwise());
      return;
    }
    Signal signal = entry.signal().signal();
    Optional<String> unusable = Values.unusable(signal, point.value());
    Optional<Resource> resource = entry.resource().fill(labels);
    if (unusable.isPresent() || resource.isEmpty()) {
      drop(point, unusable.orElse("its labels name no resource"));
      return;
    }
    Optional<SortedMap<String, String>> kept = kept(labels, meaning, entry);
    if (kept.isEmpty()) {
      drop(point, "a bucket without an upper bound");
      return;
    }
    String sensor = meaning.table().sensor();
    keep(
        new Series(service, instance, sensor, resource.get(), signal, meaning.part(), kept.get()),
        point,
        meaning.scaled(point.value()),
        entry);
  }

  private void keep(Series series, Point point, double value, Entry entry) {
    Moment moment = new Moment(series, point.epochMillis().orElse(scraped));
    Reading before = readings.get(moment);
    if (before != null && !entry.sum()) {
      drop(point, "several lines of it fall together");
      return;
    }
    double total = before == null ? value : before.sample().value() + value;
    Sample sample = new Sample(series, moment.epochMillis, total);
    readings.put(moment, new Reading(sample, point.name(), entry.provenance()));
  }

  private static Optional<SortedMap<String, String>> kept(
      Map<String, String> labels, Meaning meaning, Entry entry) {
    SortedMap<String, String> kept = new TreeMap<>();
    meaning
        .table()
        .labels()
        .forEach(
            (published, ours) -> {
              String value = labels.get(published);
              if (value != null) {
                kept.put(ours, value);
              }
            });
    if (meaning.part() != Part.BUCKET) {
      return Optional.of(kept);
    }
    return Values.bound(labels.getOrDefault("le", ""), entry.factor())
        .map(
            bound -> {
              kept.put("le", bound);
              return kept;
            });
  }

  private static Map<String, String> folded(Map<String, String> labels) {
    if (labels.keySet().stream().noneMatch(label -> label.indexOf('.') >= 0)) {
      return labels;
    }
    Map<String, String> folded = new HashMap<>();
    labels.forEach((label, value) -> folded.put(Catalogue.folded(label), value));
    return folded;
  }

  private void drop(Point point, String reason) {
    dropped.add(new Dropped(point.name(), reason));
  }

  private record Moment(Series series, long epochMillis) {}
}
