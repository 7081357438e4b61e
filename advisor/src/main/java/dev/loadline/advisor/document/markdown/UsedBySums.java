package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the figure out of a user's range with which the document reckons: 2-5 MB of memory, and
 * {@code 1,000 × 3 MB} for a thousand users, is 3 MB. Where sums use several, it is none of them.
 */
final class UsedBySums {
  private static final Pattern TOTAL = Pattern.compile("for_\\w+\\.(memory|cpu|network|queries)");

  private UsedBySums() {}

  static List<Fact> of(List<Fact> facts) {
    List<Fact> told = new ArrayList<>();
    for (Fact fact : facts) {
      Figure figure = fact.figure();
      boolean range =
          fact.kind() == Kind.INPUT && figure != null && !figure.isPoint() && figure.used() == null;
      Set<Double> used = range && figure != null ? used(fact, figure, facts) : Set.of();
      told.add(
          used.size() == 1 && figure != null
              ? fact.with(figure.using(Figure.of(used.iterator().next(), figure.unit())))
              : fact);
    }
    return told;
  }

  /** The user's quantity of which a total is the sum; null where it is none. */
  static @Nullable String each(Fact total) {
    Matcher matcher = TOTAL.matcher(total.quantity());
    return total.kind() == Kind.DERIVED && matcher.matches() ? "user." + matcher.group(1) : null;
  }

  /** The figures in a sum that are one user's; a sum is users times what each takes. */
  static @Nullable Measure factor(Fact total) {
    String formula = total.formula();
    if (formula == null) {
      return null;
    }
    List<Measure> factors = Measure.in(formula.split("\\s=\\s", 2)[0]);
    return factors.size() == 2 && factors.get(1).figure().isPoint() ? factors.get(1) : null;
  }

  private static Set<Double> used(Fact fact, Figure range, List<Fact> facts) {
    Set<Double> used = new LinkedHashSet<>();
    for (Fact total : facts) {
      Measure factor = fact.quantity().equals(each(total)) ? factor(total) : null;
      if (factor != null
          && !factor.label().isEmpty()
          && range.unit().startsWith(factor.label())
          && range.holds(factor.figure().in(range.unit()))) {
        used.add(factor.low());
      }
    }
    return used;
  }
}
