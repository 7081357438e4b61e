package dev.loadline.collector.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What all tables say, by folded name. */
final class Index {
  private static final Comparator<Meaning> ORDER =
      Comparator.comparingInt((Meaning meaning) -> meaning.table().priority())
          .reversed()
          .thenComparing(
              Comparator.comparingInt((Meaning meaning) -> meaning.claim().selector().size())
                  .reversed())
          .thenComparing(meaning -> meaning.entry() != null);

  final List<Table> tables = new ArrayList<>();
  private final Map<String, List<Meaning>> exact = new HashMap<>();
  private final Map<String, List<Meaning>> loose = new HashMap<>();
  private final Map<String, List<Meaning>> ignored = new HashMap<>();
  private final List<Meaning> patterns = new ArrayList<>();

  void put(Meaning meaning) {
    put(exact, meaning);
  }

  /** A spelling that counts where no table has it exactly. */
  void putLoosely(Meaning meaning) {
    put(loose, meaning);
  }

  /** A name whose units and parts are ignored with it. */
  void putIgnored(Meaning meaning) {
    put(ignored, meaning);
  }

  private void put(Map<String, List<Meaning>> map, Meaning meaning) {
    if (meaning.name().exact()) {
      map.computeIfAbsent(meaning.name().text(), unused -> new ArrayList<>()).add(meaning);
    } else if (map != ignored) {
      patterns.add(meaning);
    }
  }

  void sort() {
    exact.values().forEach(meanings -> meanings.sort(ORDER));
    loose.values().forEach(meanings -> meanings.sort(ORDER));
    patterns.sort(
        ORDER.thenComparing(
            Comparator.comparingInt((Meaning meaning) -> meaning.name().length()).reversed()));
  }

  List<Meaning> named(String folded) {
    return exact.getOrDefault(folded, List.of());
  }

  List<Meaning> loosely(String folded) {
    return loose.getOrDefault(folded, List.of());
  }

  List<Meaning> patterns() {
    return patterns;
  }

  /** Of a name that is ignored: with a unit at its end, a part of a histogram, or both. */
  List<Meaning> ignoredWith(String folded) {
    String stem = without(folded, List.of("_count", "_sum", "_bucket", "_total"));
    List<Meaning> plain = ignored.getOrDefault(stem, List.of());
    if (!plain.isEmpty()) {
      return plain;
    }
    for (Unit unit : Unit.values()) {
      if (stem.endsWith(unit.suffix())) {
        return ignored.getOrDefault(without(stem, List.of(unit.suffix())), List.of());
      }
    }
    boolean timer = stem.endsWith("_seconds_max") || stem.endsWith("_bytes_max");
    return timer ? ignored.getOrDefault(without(stem, List.of("_max")), List.of()) : List.of();
  }

  private static String without(String name, List<String> endings) {
    for (String ending : endings) {
      if (name.endsWith(ending) && name.length() > ending.length()) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  /** All folded names that tables have exactly. */
  Set<String> names() {
    return new TreeSet<>(exact.keySet());
  }

  /** Whether more than the first point of this name can matter in any exposition. */
  boolean wants(String folded, String published) {
    return Stream.of(named(folded), loosely(folded)).flatMap(List::stream).anyMatch(Index::matters)
        || patterns.stream()
            .anyMatch(
                meaning -> matters(meaning) && meaning.name().match(folded, published).isPresent())
        || tables.stream().anyMatch(table -> endsAsIn(table, folded));
  }

  private static boolean matters(Meaning meaning) {
    return meaning.entry() != null || !meaning.table().derived().isEmpty();
  }

  /** A table whose names may stand behind a prefix that its users chose. */
  private static boolean endsAsIn(Table table, String folded) {
    return !table.signature().isEmpty()
        && table.metrics().keySet().stream()
            .map(key -> MetricName.parse(key).pattern().text())
            .anyMatch(name -> folded.endsWith(name.substring(table.prefix().length())));
  }
}
