package dev.loadline.advisor.document.markdown;

import java.util.List;

/**
 * What was read from a document.
 *
 * @param name how places in it are called: {@code analysis.md}
 * @param title its first heading
 * @param facts in the order of their lines
 * @param steps the sections and steps in which they stand
 * @param unread the lines with figures or settings that are not among the facts
 */
public record Draft(
    String name, String title, List<Fact> facts, List<Step> steps, List<Unread> unread) {

  public Draft {
    facts = List.copyOf(facts);
    steps = List.copyOf(steps);
    unread = List.copyOf(unread);
  }

  /**
   * The draft as a model that can be read again: certain inputs as figures, every fact as a claim
   * with its line, and what was not understood as remarks at the end.
   */
  public String yaml() {
    return DraftYaml.of(this);
  }
}
