package dev.loadline.advisor.check;

import java.util.stream.Collectors;

/** The rules as a page for people: {@code docs/rules.md}. */
public final class RulesPage {

  private RulesPage() {}

  /** Markdown, ready to be written. */
  public static String markdown() {
    return """
        # Rules

        What `check` finds in a model, and in a document that was imported. An **error** is wrong, or
        does not work; a **warning** leaves out something that changes the answer; a **note** is worth
        knowing. A model silences a rule with the reason: `accepts: {no-sum: "estimates, said to be so"}`.

        """
        + Report.rules().stream().map(RulesPage::section).collect(Collectors.joining("\n"));
  }

  private static String section(Rule rule) {
    return "## %s\n\n%s\n\n> %s\n".formatted(rule.name(), rule.explanation(), rule.example());
  }
}
