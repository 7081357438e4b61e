package dev.loadline.advisor.document.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls a thing as the document calls it where it spells it out: a plan's {@code 1 image/day} is
 * {@code renders/day} in a document that elsewhere counts "Image renders/day".
 */
final class Spelling {
  private static final Pattern PLAN = Pattern.compile("plan\\.(\\w+)\\.(\\w+)");
  private static final Pattern COUNTED = Pattern.compile("(\\w+)\\.per_(\\w+)");

  private Spelling() {}

  static List<Fact> of(List<Fact> facts) {
    return facts.stream().map(fact -> spelt(fact, facts)).toList();
  }

  private static Fact spelt(Fact fact, List<Fact> facts) {
    Matcher plan = PLAN.matcher(fact.quantity());
    Figure figure = fact.figure();
    if (!plan.matches() || figure == null) {
      return fact;
    }
    for (Fact other : facts) {
      Matcher counted = COUNTED.matcher(other.quantity());
      if (counted.matches()
          && figure.unit().equals(plan.group(2) + "/" + counted.group(2))
          && Plain.lower(other.raw()).startsWith(plan.group(2) + " " + counted.group(1))) {
        return fact.called(
            "plan." + plan.group(1) + "." + counted.group(1),
            counted.group(1) + "/" + counted.group(2));
      }
    }
    return fact;
  }
}
