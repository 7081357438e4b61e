package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the facts of a document against each other. A figure out of a range that stands elsewhere
 * is what the document's sums use; two figures for one quantity cannot both be certain.
 */
final class Reconciliation {
  private static final int MAX_SAME = 200;

  private Reconciliation() {}

  /** The facts in the same order, some of them with their doubts. */
  static List<Fact> of(List<Fact> facts) {
    Map<String, List<Integer>> same = new LinkedHashMap<>();
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      String key = fact.quantity() + (fact.kind() == Kind.ADVICE ? " advised" : "");
      if (fact.figure() != null) {
        same.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    List<Fact> settled = new ArrayList<>(facts);
    for (List<Integer> group : same.values()) {
      List<Integer> first = group.subList(0, Math.min(group.size(), MAX_SAME));
      first.forEach(index -> use(settled, first, index));
      settle(settled, group);
    }
    return settled;
  }

  private static void use(List<Fact> facts, List<Integer> group, int index) {
    Figure point = facts.get(index).figure();
    for (int i : group) {
      Fact range = facts.get(i);
      Figure figure = range.figure();
      if (i != index && figure != null && point != null && figure.holds(point)) {
        facts.set(i, range.with(figure.using(point)));
        String why = "the figure that sums use, of the range on line " + range.line();
        facts.set(index, facts.get(index).guessed(why));
      }
    }
  }

  /** Where certain figures differ, only those stay that stand under what is headed as current. */
  private static void settle(List<Fact> facts, List<Integer> group) {
    List<Integer> certain = group.stream().filter(i -> facts.get(i).certain()).toList();
    if (certain.isEmpty()) {
      return;
    }
    Fact first = facts.get(certain.get(0));
    Fact other =
        certain.stream().map(facts::get).filter(f -> !same(f, first)).findFirst().orElse(null);
    if (other == null) {
      return;
    }
    Fact kept =
        certain.stream().map(facts::get).filter(Reconciliation::current).findFirst().orElse(null);
    for (int i : certain) {
      Fact fact = facts.get(i);
      if (kept == null || !same(fact, kept)) {
        Fact rival = kept != null ? kept : same(fact, first) ? other : first;
        facts.set(i, fact.guessed("line " + rival.line() + " says " + rival.figure()));
      }
    }
  }

  private static boolean current(Fact fact) {
    return fact.kind() == Kind.INPUT && Stance.said(Plain.lower(fact.section())) == Stance.CURRENT;
  }

  private static boolean same(Fact one, Fact other) {
    @Nullable Figure a = one.figure();
    @Nullable Figure b = other.figure();
    return a != null && b != null && (a.sameAs(b) || Quoted.alike(a, b));
  }
}
