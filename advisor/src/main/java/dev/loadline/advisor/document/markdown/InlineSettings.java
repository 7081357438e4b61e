package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Settings inside a sentence: {@code `pool_size = 5` (base connections)}. */
final class InlineSettings {
  private InlineSettings() {}

  /** The sentence without them, at the same length. */
  static String read(Sentence sentence, Findings findings) {
    String plain = sentence.plain();
    StringBuilder rest = new StringBuilder(plain);
    String around = Plain.lower(plain) + " " + sentence.context().near();
    List<Assignment> assignments = new ArrayList<>(Assignment.in(plain));
    assignments.addAll(Assignment.worded(plain));
    for (Assignment assignment : assignments) {
      Setting setting = Setting.find(assignment.key(), around);
      if (setting != null && written(assignment, plain)) {
        int line = sentence.lineAt(assignment.start());
        String own = plain.contains("default") ? "default" : ownWords(plain, assignment);
        findings.figure(
            Name.setting(setting.quantity(), ""),
            assignment.in(setting),
            new Spot(line, plain, own, sentence.context()));
        blank(rest, assignment.start(), assignment.end());
      }
    }
    return rest.toString();
  }

  /** {@code Workers: 4} is a label; {@code WEB_CONCURRENCY=4} is a setting. */
  private static boolean written(Assignment assignment, String plain) {
    return assignment.key().matches("(?:\\w+_\\w+)|.*[a-z][A-Z].*")
        || (plain.substring(assignment.start(), assignment.end()).contains("=")
            && assignment.key().matches(".*[a-z][A-Z._-].*|.*[.-].*"));
  }

  private static String ownWords(String plain, Assignment assignment) {
    return plain.substring(0, assignment.start());
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      text.setCharAt(i, text.charAt(i) == '\n' ? '\n' : ' ');
    }
  }
}
