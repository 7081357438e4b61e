package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.unit.Amount;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text and figures as YAML writes them. */
final class Quoted {
  private static final Pattern NOUN = Pattern.compile("^([a-z][a-z ]*)(/.*)?$");

  private Quoted() {}

  /** {@code "says \"so\""}. */
  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    if (point == '"' || point == '\\') {
      quoted.append('\\').appendCodePoint(point);
    } else if (printable(point)) {
      quoted.appendCodePoint(point);
    } else {
      quoted.append(' ');
    }
  }

  /** A comment may hold no line end and nothing that YAML does not print. */
  static String comment(String text) {
    StringBuilder comment = new StringBuilder();
    text.codePoints().forEach(p -> comment.appendCodePoint(printable(p) ? p : ' '));
    return comment.toString();
  }

  private static boolean printable(int point) {
    return (point >= 0x20 && point < 0x7F)
        || (point >= 0xA0 && point < 0xD800 && point != 0x2028 && point != 0x2029)
        || (point >= 0xE000 && point < 0xFFFE && point != 0xFEFF)
        || (point >= 0x10000 && point <= 0x10FFFF);
  }

  /**
   * {@code 100 (50-200) milliseconds}, {@code >= 10000 users}, {@code 1 {video}/day}; null where
   * the model has no words for it.
   */
  static @Nullable String amount(Figure figure) {
    String range = range(figure);
    for (String unit : new String[] {figure.unit(), counted(figure.unit())}) {
      String text = (range + " " + unit).strip();
      if (isAmount(text)) {
        return text;
      }
    }
    return null;
  }

  /**
   * {@code 6 instances} and {@code 6 replicas}, {@code 500 milliseconds} and {@code 0.5 seconds}.
   */
  static boolean alike(Figure one, Figure other) {
    String a = amount(one);
    String b = amount(other);
    return a != null && b != null && alike(Amount.parse(a), Amount.parse(b));
  }

  private static boolean alike(Amount one, Amount other) {
    return one.unit().dimension().equals(other.unit().dimension())
        && one.base().equals(other.base());
  }

  private static boolean isAmount(String text) {
    try {
      Amount.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String counted(String unit) {
    Matcher noun = NOUN.matcher(unit);
    return noun.matches()
        ? "{" + noun.group(1) + "}" + (noun.group(2) == null ? "" : noun.group(2))
        : unit;
  }

  private static String range(Figure figure) {
    Double low = figure.low();
    Double high = figure.high();
    if (low == null || high == null) {
      return low == null ? "<= " + Figure.text(zero(high)) : ">= " + Figure.text(low);
    }
    if (low.equals(high)) {
      return Figure.text(low);
    }
    String range = Figure.text(low) + "-" + Figure.text(high);
    return figure.used() == null ? range : Figure.text(figure.used()) + " (" + range + ")";
  }

  private static double zero(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
