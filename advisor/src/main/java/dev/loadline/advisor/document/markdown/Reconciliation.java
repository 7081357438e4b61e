package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the facts of a document against each other. A figure out of a range that stands elsewhere
 * is what the document's sums use; two figures for one quantity cannot both be certain.
 */
final class Reconciliation {
  private Reconciliation() {}

  static List<Fact> of(List<Fact> facts) {
    List<Fact> settled = new ArrayList<>(facts);
    for (int i = 0; i < settled.size(); i++) {
      use(settled, i);
    }
    List<Fact> result = new ArrayList<>();
    for (Fact fact : settled) {
      Fact other = rival(fact, settled);
      result.add(
          other == null || keeps(fact, settled)
              ? fact
              : fact.guessed("line " + other.line() + " says " + other.figure()));
    }
    return result;
  }

  private static void use(List<Fact> facts, int index) {
    Fact point = facts.get(index);
    if (point.figure() == null || !point.figure().isPoint()) {
      return;
    }
    for (int i = 0; i < facts.size(); i++) {
      Fact range = facts.get(i);
      if (i != index
          && same(range, point)
          && range.figure() != null
          && range.figure().holds(point.figure())) {
        facts.set(i, range.with(range.figure().using(point.figure())));
        facts.set(
            index,
            facts
                .get(index)
                .guessed("the figure that sums use, of the range on line " + range.line()));
      }
    }
  }

  private static boolean same(Fact one, Fact other) {
    return one.quantity().equals(other.quantity())
        && (one.kind() == Kind.ADVICE) == (other.kind() == Kind.ADVICE);
  }

  private static @org.jspecify.annotations.Nullable Fact rival(Fact fact, List<Fact> facts) {
    if (fact.figure() == null || !fact.certain()) {
      return null;
    }
    return facts.stream()
        .filter(other -> other.figure() != null && other.certain() && same(fact, other))
        .filter(other -> !other.figure().sameAs(fact.figure()))
        .findFirst()
        .orElse(null);
  }

  /** Of several, the first that stands under what is headed as current stays certain. */
  private static boolean keeps(Fact fact, List<Fact> facts) {
    return fact.kind() == Kind.INPUT
        && facts.stream()
            .filter(other -> other.certain() && same(fact, other))
            .filter(other -> Stance.said(Plain.lower(other.section())) == Stance.CURRENT)
            .findFirst()
            .filter(
                first ->
                    first.figure() != null
                        && first.figure().sameAs(java.util.Objects.requireNonNull(fact.figure())))
            .isPresent();
  }
}
