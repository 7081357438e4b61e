package dev.loadline.advisor.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A figure found in a text, with its unit where one follows: {@code ~100-120 req/sec}, {@code
 * 10K-50K}, {@code 1M+}, {@code <200ms}, {@code $50-100/month}.
 *
 * @param low null where only an upper bound is stated
 * @param high null where only a lower bound is stated
 * @param unit null where the text names none
 * @param start where it begins
 * @param end where it ends, with its unit
 */
record Measure(
    @Nullable Double low,
    @Nullable Double high,
    Units.@Nullable Unit unit,
    boolean approximate,
    int start,
    int end) {

  private static final String DIGITS =
      "(\\d{1,3}(?:[,\\u00A0\\u202F]\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?";
  private static final String SUFFIX = "(?:\\s?(k|K|M|B|bn|million|billion|thousand)(?!\\w))?";
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<![\\w.:/#@])(?<![A-Za-z]-)(?<sign><=|>=|[<>≤≥]|(?i:up to |at most |at least |over |more than |below |under ))?\\s?"
              + "(?<about>[~≈]|(?i:about |around |roughly |approx\\.? ))?(?<money>[$€])?"
              + ("(?<n1>" + DIGITS + ")" + SUFFIX.replace("(k|", "(?<s1>k|"))
              + ("(?:(?:\\s?(?<u1>ms|s|MB|GB|%))?\\s?(?:-|–|—|‑|\\.\\.|to(?= {0,2}[~$]?\\d))\\s{0,2}[~$€]?(?<n2>"
                  + DIGITS
                  + ")"
                  + SUFFIX.replace("(k|", "(?<s2>k|")
                  + ")?")
              + "(?<more>\\+(?!\\s?\\d))?");

  /** {@code from 5 to 20} is no range. The arrow is as long as the word, so that places stay. */
  private static final Pattern CHANGE =
      Pattern.compile("(?i)(\\bfrom\\s+[~≈$€]?[\\d.,]+\\s?[kKM]?\\s)to(?=\\s)");

  /** {@code between 40 and 900 ms} is a range; places stay here too. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?i)(\\bbetween\\s+[~≈$€]?[\\d.,]+\\s?(?:[kKM]|ms|s|MB|GB|%)?\\s)and(?=\\s[~≈$€]?\\d)");

  private static final Pattern NO_FIGURE =
      Pattern.compile("\\G(?:\\.\\d|:\\d|/\\d|-\\d|[a-zA-Z]\\d)");

  /** All figures of a text, in its order. */
  static List<Measure> in(String text) {
    List<Measure> found = new ArrayList<>();
    String changes = CHANGE.matcher(text).replaceAll("$1→ ");
    Matcher matcher = FIGURE.matcher(BETWEEN.matcher(changes).replaceAll("$1to "));
    int from = 0;
    while (matcher.find(from)) {
      Measure measure = of(matcher, text);
      if (measure != null) {
        found.add(measure);
      }
      from = measure == null ? skip(text, matcher.end()) : Math.max(measure.end, matcher.end());
    }
    return NumberWords.with(found, text);
  }

  /** Past the rest of a date, a version or an address. */
  private static int skip(String text, int end) {
    int at = end;
    while (at < text.length() && (text.charAt(at) + "").matches("[\\w.:/,-]")) {
      at++;
    }
    return at;
  }

  private static @Nullable Measure of(Matcher matcher, String text) {
    if (NO_FIGURE.matcher(text).region(matcher.end(), text.length()).lookingAt()) {
      return null;
    }
    Units.Unit unit = unit(matcher, text);
    if (unit == null && startsWord(text, matcher.end())) {
      return null;
    }
    double first = value(matcher.group("n1"), suffix(matcher, "s1", "s2"));
    double second =
        matcher.group("n2") == null
            ? first
            : value(matcher.group("n2"), suffix(matcher, "s2", "s2"));
    if (first > second) {
      return null;
    }
    String sign = matcher.group("sign") == null ? "" : Plain.lower(matcher.group("sign")).strip();
    boolean atMost = sign.matches("<|<=|≤|up to|at most|below|under");
    boolean open = matcher.group("more") != null && matcher.group("n2") == null;
    boolean atLeast = sign.matches(">|>=|≥|at least|over|more than") || open;
    return new Measure(
        atMost ? null : first,
        atLeast ? null : second,
        unit,
        matcher.group("about") != null,
        matcher.start(),
        unit == null ? matcher.end() : unit.end());
  }

  /** {@code 4x4}, {@code 3rd}: letters that are no unit make it a name. */
  private static boolean startsWord(String text, int end) {
    return end < text.length() && Character.isLetter(text.charAt(end));
  }

  private static Units.@Nullable Unit unit(Matcher matcher, String text) {
    Units.Unit unit = Units.at(text, matcher.end());
    if (matcher.group("money") != null) {
      return money(matcher, text);
    }
    return unit;
  }

  private static Units.Unit money(Matcher matcher, String text) {
    String currency = matcher.group("money").equals("$") ? "dollars" : "euros";
    String after = text.substring(matcher.end());
    boolean monthly = after.matches("(?is)\\s?(?:/|per )\\s?(?:mo|month)\\b.*");
    int end =
        monthly ? matcher.end() + after.indexOf(after.strip().startsWith("/") ? "/" : "p") : 0;
    return monthly
        ? new Units.Unit(currency + "/month", "", "a month", wordEnd(text, end + 1))
        : new Units.Unit(currency, "", "", matcher.end());
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end)) || text.charAt(end) == ' ')) {
      end++;
    }
    return end;
  }

  private static @Nullable String suffix(Matcher matcher, String own, String other) {
    return matcher.group(own) != null
        ? matcher.group(own)
        : other.equals(own) ? null : matcher.group(other);
  }

  static double value(String digits, @Nullable String suffix) {
    double value = Double.parseDouble(digits.replaceAll("[,\\u00A0\\u202F]", ""));
    if (suffix == null) {
      return value;
    }
    return value
        * switch (suffix) {
          case "k", "K", "thousand" -> 1e3;
          case "M", "million" -> 1e6;
          case "B", "bn", "billion" -> 1e9;
          default -> 1;
        };
  }

  Measure in(Units.@Nullable Unit other) {
    return new Measure(low, high, other, approximate, start, end);
  }

  String label() {
    return unit == null ? "" : unit.label();
  }

  String per() {
    return unit == null ? "" : unit.per();
  }

  Figure figure() {
    return figure(label());
  }

  Figure figure(String unitLabel) {
    return new Figure(low, high, null, unitLabel);
  }
}
