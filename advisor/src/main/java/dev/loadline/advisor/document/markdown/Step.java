package dev.loadline.advisor.document.markdown;

import java.util.List;

/**
 * A section of a document, or one step of it, that advises something: {@code Step 2: Increase the
 * pool}.
 *
 * @param title its heading, or the line that introduces it
 * @param sequence what it is a step of; empty where it stands alone
 * @param pooler whether it puts a pooler before the database
 * @param facts what it says, each as it stands there, whatever other sections say
 */
public record Step(String title, String sequence, boolean pooler, List<Fact> facts) {

  public Step {
    facts = List.copyOf(facts);
  }
}
