package dev.loadline.collector.catalogue;

import dev.loadline.collector.catalogue.Lookup.Match;
import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
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
import java.util.TreeSet;

/** Gathers what the points of one exposition mean, each on its own. */
final class Recogniser {
  private static final Set<String> WORKERS = Set.of("pid", "instance");
  private static final Set<Signal> SHARES = Set.of(Signal.UTILISATION, Signal.IN_USE_PEAK);

  private final String service;
  private final String instance;
  private final long scraped;
  private final Lookup lookup;
  private final Memory memory;
  private final Map<Moment, Found> readings = new LinkedHashMap<>();
  private final Operands operands = new Operands();
  final TreeSet<String> unrecognised = new TreeSet<>();
  final Set<Dropped> dropped = new LinkedHashSet<>();

  Recogniser(String service, String instance, long scraped, Lookup lookup, Memory memory) {
    this.memory = memory;
    this.service = service;
    this.instance = instance;
    this.scraped = scraped;
    this.lookup = lookup;
  }

  List<Found> readings() {
    return new ArrayList<>(readings.values());
  }

  void add(Point point) {
    List<Match> matches = lookup.of(point.name());
    Map<String, String> labels = folded(point.labels());
    for (Match match : matches) {
      Map<String, String> all = match.with(labels);
      if (match.meaning().fits(all)) {
        read(point, all, match);
        return;
      }
    }
    if (!matches.isEmpty()) {
      drop(point, "its labels are not those of " + matches.get(0).meaning().table().exporter());
    } else if (lookup.companion(point.name())) {
      drop(point, "when counting began; a restart shows in the counter itself");
    } else {
      unrecognised.add(point.name());
    }
  }

  /** Computes what several points together give away. */
  void derive() {
    for (Table table : lookup.active()) {
      for (Derivation.Result result : new Derivation(operands, table).results()) {
        derived(table, result);
      }
    }
  }

  private void derived(Table table, Derivation.Result result) {
    Derived rule = result.rule();
    Signal signal = rule.signal().signal();
    if (!result.refusal().isEmpty()) {
      dropped.add(new Dropped(rule.formula().text(), result.refusal()));
      return;
    }
    Series series = new Series(service, instance, table.sensor(), result.resource(), signal);
    if (readings.values().stream().noneMatch(found -> found.sees(table, series))) {
      Sample sample = new Sample(series, scraped, result.value());
      Reading reading = new Reading(sample, rule.formula().text(), rule.provenance());
      readings.put(new Moment(table, series, scraped), new Found(reading, table, false));
    }
  }

  private void read(Point point, Map<String, String> labels, Match match) {
    Meaning meaning = match.meaning();
    Entry entry = meaning.entry();
    Optional<String> unusable = meaning.unusable(point.value());
    if (unusable.isEmpty() || entry == null) {
      operands.add(meaning, labels, point.value());
    }
    if (entry == null) {
      drop(point, meaning.reason());
    } else if (entry.excludes(labels)) {
      drop(point, entry.otherwise());
    } else if (unusable.isPresent()) {
      drop(point, unusable.get());
    } else {
      read(point, labels, match, entry);
    }
  }

  private void read(Point point, Map<String, String> labels, Match match, Entry entry) {
    Meaning meaning = match.meaning();
    Series series = memory.of(meaning, labels);
    if (series == null) {
      Optional<Resource> resource = entry.resource().fill(labels);
      Optional<SortedMap<String, String>> kept = meaning.kept(labels);
      if (resource.isEmpty() || kept.isEmpty()) {
        drop(
            point,
            resource.isEmpty() ? "its labels name no resource" : "a bucket without an upper bound");
        return;
      }
      series =
          memory.keep(
              meaning,
              labels,
              series(meaning, resource.get(), entry.signal().signal(), kept.get()));
    }
    keep(series, point, match, entry);
  }

  private Series series(
      Meaning meaning, Resource resource, Signal signal, SortedMap<String, String> labels) {
    return new Series(
        service, instance, meaning.table().sensor(), resource, signal, meaning.part(), labels);
  }

  private void keep(Series series, Point point, Match match, Entry entry) {
    Table table = match.meaning().table();
    Moment moment = new Moment(table, series, point.epochMillis().orElse(scraped));
    Found before = readings.get(moment);
    if (before != null && !entry.sum() && !workers(point, series.signal())) {
      String first = before.reading().metric();
      boolean same = before.reading().from().equals(point.name());
      drop(point, same ? "several lines of it fall together" : "superseded by " + first);
      return;
    }
    double value = match.meaning().scaled(point.value()) + (before == null ? 0 : before.value());
    String from = before == null ? point.name() : before.reading().from();
    Reading reading =
        new Reading(new Sample(series, moment.epochMillis, value), from, entry.provenance());
    readings.put(moment, new Found(reading, table, !match.inside().isEmpty()));
  }

  private static boolean workers(Point point, Signal signal) {
    return !SHARES.contains(signal) && WORKERS.stream().anyMatch(point.labels()::containsKey);
  }

  private static Map<String, String> folded(Map<String, String> labels) {
    if (labels.keySet().stream().noneMatch(label -> label.indexOf('.') >= 0)) {
      return labels;
    }
    Map<String, String> folded = new HashMap<>();
    labels.forEach((label, value) -> folded.put(Names.folded(label), value));
    return folded;
  }

  private void drop(Point point, String reason) {
    dropped.add(new Dropped(point.name(), reason));
  }

  private record Moment(Table table, Series series, long epochMillis) {}
}
