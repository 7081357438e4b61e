package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Series.Part;
import org.jspecify.annotations.Nullable;

/**
 * What one published name can mean in one table.
 *
 * @param entry null where the name gives no signal
 * @param reason why it gives none
 */
record Meaning(Table table, Part part, @Nullable Entry entry, String reason) {

  static Meaning of(Table table, Part part, Entry entry) {
    return new Meaning(table, part, entry, "");
  }

  static Meaning none(Table table, String reason) {
    return new Meaning(table, Part.VALUE, null, reason);
  }

  /** The value in our unit; what counts has none. */
  double scaled(double value) {
    return entry == null || part == Part.COUNT || part == Part.BUCKET
        ? value
        : value * entry.factor();
  }
}
