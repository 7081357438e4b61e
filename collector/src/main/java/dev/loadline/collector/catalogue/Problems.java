package dev.loadline.collector.catalogue;

import dev.loadline.collector.yaml.Located;
import dev.loadline.collector.yaml.Nearest;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with tables that are well formed one by one. */
final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  /** Runs what reads a line, and keeps what it says of it. */
  void guard(Located<?> line, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      add(line, String.valueOf(e.getMessage()));
    }
  }

  /** A formula's operands are lines of its table. */
  void operands(Table table, Located<Derived> located) {
    Derived derived = located.value();
    Set<String> known = new LinkedHashSet<>(table.metrics().keySet());
    known.addAll(table.ignored().keySet());
    Set<String> operands = new LinkedHashSet<>(derived.formula().formula().operands());
    if (derived.of() != null) {
      operands.add(derived.of());
    }
    operands.stream()
        .filter(operand -> !known.contains(operand))
        .forEach(
            operand ->
                add(
                    located,
                    "no key '%s' among metrics and ignored%s"
                        .formatted(
                            operand,
                            Nearest.to(operand, known)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("; name it there first"))));
  }

  /** Of two tables with one priority nobody could say which one speaks. */
  void claimed(Meaning meaning, List<Meaning> others) {
    for (Meaning other : others) {
      if (!other.claim().equals(meaning.claim()) && clash(meaning, other)) {
        add(
            meaning.claim().where(),
            "%s is also at %s with priority %d; give one of the tables another priority"
                .formatted(meaning.claim().key(), other.claim().where(), other.table().priority()));
      }
    }
  }

  private static boolean clash(Meaning one, Meaning other) {
    boolean apart =
        !one.table().needs().isEmpty()
            && !other.table().needs().isEmpty()
            && !one.table().needs().equals(other.table().needs());
    return !apart
        && one.table().priority() == other.table().priority()
        && one.claim().selector().equals(other.claim().selector())
        && (one.entry() != null || other.entry() != null);
  }

  void check() {
    if (!found.isEmpty()) {
      throw new ProblemsException(new ArrayList<>(found));
    }
  }

  private void add(Located<?> at, String message) {
    found.add(new Problem(at.file(), at.line(), at.column(), "", message));
  }

  private void add(String where, String message) {
    int colon = where.lastIndexOf(':');
    int line = Integer.parseInt(where.substring(colon + 1));
    found.add(new Problem(where.substring(0, colon), line, 1, "", message));
  }
}
