package dev.loadline.collector.catalogue;

import dev.loadline.collector.exposition.Point;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what names mean: the pages of a target have the same ones from scrape to scrape, and so
 * have the instances of a service. What was not asked for longest is forgotten first.
 */
final class Lookups {
  private static final int PAGES = 500;
  private static final int TARGETS = 20_000;
  private static final int NAMES = 100_000;

  private final Index index;
  private final Map<String, Boolean> wanted = new ConcurrentHashMap<>();
  private final Map<Set<String>, Lookup> pages = lastUsed(PAGES);
  private final Map<Target, Memory> memories = lastUsed(TARGETS);

  private record Target(String service, String instance) {}

  Lookups(Index index) {
    this.index = index;
  }

  Lookup of(List<Point> points) {
    Set<String> names = new HashSet<>();
    String last = "";
    for (Point point : points) {
      if (!point.name().equals(last)) {
        last = point.name();
        names.add(last);
      }
    }
    return pages.computeIfAbsent(names, these -> new Lookup(index, these));
  }

  /** Whether more than the first point of this name can matter in any exposition. */
  boolean wants(String name) {
    Boolean known = wanted.get(name);
    if (known == null) {
      known = index.wants(Names.folded(name), name);
      if (wanted.size() < NAMES) {
        wanted.put(name, known);
      }
    }
    return known;
  }

  Memory memory(String service, String instance) {
    return memories.computeIfAbsent(new Target(service, instance), unused -> new Memory());
  }

  private static <K, V> Map<K, V> lastUsed(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }
}
