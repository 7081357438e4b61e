package dev.loadline.advisor.document.markdown;

import java.util.Locale;
import java.util.regex.Pattern;

/** Markdown without its marks. */
final class Plain {
  private static final int MAX_LENGTH = 2_000;
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]{0,500})]\\([^)]{0,500}\\)");
  private static final Pattern MARKS = Pattern.compile("\\*{1,3}|__|`+|~~|<[/a-zA-Z][^<>]{0,80}>");
  private static final Pattern SIGNS = Pattern.compile("[\\p{So}\\p{Cn}\\p{Co}\\x{FE0F}]");
  private static final Pattern SPACES =
      Pattern.compile("[\\s\\u00A0\\u2000-\\u200B\\u202F\\u2060]+");

  private Plain() {}

  /** {@code **Users**: ~5 ✅} becomes {@code Users: ~5}; line ends inside it stay. */
  static String text(String markdown) {
    String start = markdown.length() > MAX_LENGTH ? markdown.substring(0, MAX_LENGTH) : markdown;
    String text = LINK.matcher(start).replaceAll("$1");
    text = MARKS.matcher(text).replaceAll("");
    text = SIGNS.matcher(text).replaceAll(" ");
    return SPACES.matcher(text).replaceAll(run -> run.group().contains("\n") ? "\n" : " ").strip();
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** {@code Active calls} becomes {@code active_calls}: a name where there is no better one. */
  static String slug(String text) {
    String slug =
        lower(text)
            .replaceAll("\\([^)]*\\)", " ")
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_+|_+$", "");
    return slug.length() > 48 ? slug.substring(0, 48).replaceAll("_[a-z0-9]*$", "") : slug;
  }
}
