package dev.loadline.collector.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lines of tables that formulas may name said in one exposition. */
final class Operands {
  private final Map<Key, List<Said>> said = new HashMap<>();

  /**
   * @param value in our unit
   */
  record Said(Map<String, String> labels, double value) {}

  private record Key(Table table, String key) {}

  void add(Meaning meaning, Map<String, String> labels, double value) {
    if (!meaning.table().derived().isEmpty() && Double.isFinite(value)) {
      said.computeIfAbsent(
              new Key(meaning.table(), meaning.claim().key()), unused -> new ArrayList<>())
          .add(new Said(labels, meaning.scaled(value)));
    }
  }

  List<Said> of(Table table, String key) {
    return said.getOrDefault(new Key(table, key), List.of());
  }
}
