package dev.loadline.advisor.document.markdown;

/**
 * What a figure is called.
 *
 * @param unit empty where the figure's own holds
 * @param doubt what makes the name a guess; empty where the text says it
 */
record Name(String quantity, String unit, Role role, String doubt) {

  /** What kind of thing a quantity is, which decides how a document comes to it. */
  enum Role {
    /** Somebody set it: advice or input. */
    SETTING,
    /** Observed or assumed, and put into sums. */
    ASSUMPTION,
    /** What comes out. */
    OUTCOME,
    /** What is missing or wrong. */
    GAP
  }

  static Name setting(String quantity, String unit) {
    return new Name(quantity, unit, Role.SETTING, "");
  }

  static Name assumption(String quantity) {
    return new Name(quantity, "", Role.ASSUMPTION, "");
  }

  static Name outcome(String quantity) {
    return new Name(quantity, "", Role.OUTCOME, "");
  }

  Name doubted(String why) {
    return doubt.isEmpty() ? new Name(quantity, unit, role, why) : this;
  }

  Name within(String scope) {
    return scope.isEmpty() ? this : new Name(scope + "." + quantity, unit, role, doubt);
  }
}
