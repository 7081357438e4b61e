package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Series.Part;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one published name can mean in one table.
 *
 * @param claim the line of the table
 * @param factor what a value is multiplied with to be in our unit
 * @param entry null where the name gives no signal
 * @param reason why it gives none
 */
record Meaning(
    Claim claim, NamePattern name, Part part, double factor, @Nullable Entry entry, String reason) {

  /**
   * A line of a table.
   *
   * @param key as it is written
   * @param where {@code hikaricp.yaml:7}
   */
  record Claim(Table table, String key, Selector selector, String where) {}

  Table table() {
    return claim.table();
  }

  boolean fits(Map<String, String> labels) {
    return claim.selector().matches(labels) && (entry == null || entry.resource().fits(labels));
  }

  /** The value in our unit; what counts has none. */
  double scaled(double value) {
    return part == Part.COUNT || part == Part.BUCKET ? value : value * factor;
  }

  Optional<String> unusable(double value) {
    return entry == null ? Values.impossible(value) : entry.unusable(value);
  }

  /** The labels that a series keeps; empty for a bucket that has no upper bound. */
  Optional<SortedMap<String, String>> kept(Map<String, String> labels) {
    SortedMap<String, String> kept = new TreeMap<>();
    table()
        .labels()
        .forEach(
            (published, ours) -> {
              String value = labels.get(Names.folded(published));
              if (value != null) {
                kept.put(ours, value);
              }
            });
    if (part != Part.BUCKET) {
      return Optional.of(kept);
    }
    Optional<String> bound = Values.bound(labels.getOrDefault("le", ""), factor);
    bound.ifPresent(upper -> kept.put("le", upper));
    return bound.map(unused -> kept);
  }
}
