package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.check.Severity;

/**
 * Words in colour, where a terminal shows them; elsewhere the words alone.
 *
 * @param coloured whether somebody looks at a terminal
 */
public record Style(boolean coloured) {
  private static final int RED = 31;
  private static final int GREEN = 32;
  private static final int YELLOW = 33;
  private static final int CYAN = 36;
  private static final int BOLD = 1;
  private static final int FAINT = 2;

  String bold(String text) {
    return in(BOLD, text);
  }

  String faint(String text) {
    return in(FAINT, text);
  }

  String bad(String text) {
    return in(RED, text);
  }

  String good(String text) {
    return in(GREEN, text);
  }

  /** A padded cell in the colour of its verdict. */
  String verdict(Verdict verdict, String cell) {
    return switch (verdict) {
      case CONTRADICTS -> in(RED, cell);
      case FOLLOWS -> in(GREEN, cell);
      case UNSUPPORTED -> in(YELLOW, cell);
      case INPUT, ADVICE, GAP, TRACKED -> in(FAINT, cell);
    };
  }

  /** A padded cell in the colour of how bad it is. */
  String severity(Severity severity, String cell) {
    return switch (severity) {
      case ERROR -> in(RED, cell);
      case WARNING -> in(YELLOW, cell);
      case NOTE -> in(CYAN, cell);
    };
  }

  private String in(int code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /**
   * The text on one line, with what a terminal would obey made visible: an escape that a document
   * brings along becomes {@code \}{@code u001b}.
   */
  public static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '\n' || letter == '\t') {
        shown.append(' ');
      } else if (Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT) {
        shown.append(String.format("\\u%04x", (int) letter));
      } else {
        shown.append(letter);
      }
    }
    return shown.toString();
  }
}
