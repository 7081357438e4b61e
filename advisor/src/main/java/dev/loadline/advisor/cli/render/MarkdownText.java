package dev.loadline.advisor.cli.render;

import java.util.Locale;

/** Markdown in which what a document says stays what it says: no markup, no tag, no mention. */
final class MarkdownText {
  private static final String MARKUP = "\\`*_[]<>|#~";

  private final StringBuilder text = new StringBuilder();

  void line(String form, Object... parts) {
    text.append(String.format(Locale.ROOT, form, parts)).append('\n');
  }

  void row(String... cells) {
    line("%s", "| " + String.join(" | ", cells) + " |");
  }

  /** Words of a document. */
  static String plain(String words) {
    StringBuilder escaped = new StringBuilder();
    String shown = Style.visible(words);
    for (int i = 0; i < shown.length(); i++) {
      char letter = shown.charAt(i);
      if (letter == '@') {
        escaped.append("@<!-- -->");
      } else {
        escaped.append(MARKUP.indexOf(letter) < 0 ? "" : "\\").append(letter);
      }
    }
    return escaped.toString();
  }

  /** A name in a code span; a pipe would end its cell even there. */
  static String code(String name) {
    String shown = Style.visible(name).replace('`', '\'').replace("|", "\\|");
    return shown.isBlank() ? "" : "`" + shown + "`";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
