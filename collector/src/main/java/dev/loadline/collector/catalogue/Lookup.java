package dev.loadline.collector.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the names of one exposition can mean: some tables count only in certain company. The same
 * for every exposition with these names; safe for use by many threads.
 */
final class Lookup {
  private final Index index;
  private final Map<String, String> folded;
  private final Set<Table> active;
  private final Map<String, List<Table>> prefixes = new LinkedHashMap<>();
  private final Map<String, Boolean> companions = new ConcurrentHashMap<>();
  private final Map<String, List<Match>> found = new ConcurrentHashMap<>();

  /**
   * @param inside the labels in the name
   */
  record Match(Meaning meaning, Map<String, String> inside) {

    /** A line's labels and those in its name. */
    Map<String, String> with(Map<String, String> labels) {
      if (inside.isEmpty()) {
        return labels;
      }
      Map<String, String> all = new HashMap<>(labels);
      all.putAll(inside);
      return all;
    }
  }

  /**
   * @param published the names of one exposition
   */
  Lookup(Index index, Set<String> published) {
    this.index = index;
    this.folded = new HashMap<>();
    published.forEach(name -> folded.put(name, Names.folded(name)));
    Set<String> names = Set.copyOf(folded.values());
    this.active =
        index.tables.stream().filter(table -> applies(table, names)).collect(Collectors.toSet());
    active.forEach(table -> prefixes(table, names));
  }

  Set<Table> active() {
    return active;
  }

  /** In the order in which they are asked; empty for a stranger. */
  List<Match> of(String published) {
    List<Match> known = found.get(published);
    if (known == null) {
      known = search(folded.getOrDefault(published, ""), published);
      found.put(published, known);
    }
    return known;
  }

  /** OpenMetrics gives every counter and histogram that we know a {@code _created} line. */
  boolean companion(String published) {
    return companions.computeIfAbsent(published, this::isCompanion);
  }

  private boolean isCompanion(String published) {
    String name = folded.getOrDefault(published, "");
    if (!name.endsWith("_created")) {
      return false;
    }
    String stem = name.substring(0, name.length() - "_created".length());
    return List.of("", "_total", "_count").stream()
        .anyMatch(ending -> !search(stem + ending, stem + ending).isEmpty());
  }

  private List<Match> search(String name, String published) {
    List<Match> matches = matches(index.named(name));
    if (matches.isEmpty()) {
      matches = matches(index.loosely(name));
    }
    if (matches.isEmpty()) {
      matches = prefixed(name);
    }
    if (matches.isEmpty()) {
      matches = inside(name, published);
    }
    return matches.isEmpty() ? matches(index.ignoredWith(name)) : matches;
  }

  private List<Match> matches(List<Meaning> meanings) {
    return meanings.stream()
        .filter(meaning -> active.contains(meaning.table()))
        .map(meaning -> new Match(meaning, Map.of()))
        .toList();
  }

  private List<Match> inside(String name, String published) {
    List<Match> matches = new ArrayList<>();
    for (Meaning meaning : index.patterns()) {
      if (active.contains(meaning.table())) {
        meaning
            .name()
            .match(name, published)
            .ifPresent(labels -> matches.add(new Match(meaning, labels)));
      }
    }
    return matches;
  }

  private List<Match> prefixed(String name) {
    List<Match> matches = new ArrayList<>();
    prefixes.forEach(
        (prefix, tables) -> {
          for (Table table : tables) {
            if (name.startsWith(prefix)) {
              String usual = table.prefix() + name.substring(prefix.length());
              List<Meaning> meanings = index.named(usual);
              matches(meanings.isEmpty() ? index.loosely(usual) : meanings).stream()
                  .filter(match -> match.meaning().table().equals(table))
                  .forEach(matches::add);
            }
          }
        });
    return matches;
  }

  private static boolean applies(Table table, Set<String> names) {
    return table.needs().isEmpty() || table.needs().stream().anyMatch(need -> has(need, names));
  }

  private static boolean has(String need, Set<String> names) {
    return need.endsWith("*")
        ? names.stream().anyMatch(name -> name.startsWith(need.substring(0, need.length() - 1)))
        : names.contains(Names.folded(need));
  }

  private void prefixes(Table table, Set<String> names) {
    if (table.signature().isEmpty()) {
      return;
    }
    String first = table.signature().get(0);
    for (String name : names) {
      String prefix = name.endsWith(first) ? name.substring(0, name.length() - first.length()) : "";
      if (!prefix.isEmpty()
          && !prefix.equals(table.prefix())
          && table.signature().stream().allMatch(each -> names.contains(prefix + each))) {
        prefixes.computeIfAbsent(prefix, unused -> new ArrayList<>()).add(table);
      }
    }
  }
}
