package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.Nullable;

/** Money. */
final class CostNames implements Naming {

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (!mention.measure().label().matches("(?:dollars|euros)(?:/month)?")) {
      return null;
    }
    boolean monthly = mention.labelled("/ ?mo(?:nth)?|per month|monthly");
    String unit = mention.measure().label();
    String full = monthly && !unit.contains("/") ? unit + "/month" : unit;
    return new Name("cost", full, Name.Role.OUTCOME, "").within(scope);
  }
}
