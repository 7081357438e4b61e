package dev.loadline.advisor.document.markdown;

import java.util.regex.Pattern;

/** The figure that stands for a range: {@code 20 to 200 ms, 50 ms on average}. */
final class Middle {
  private static final Pattern COMMA = Pattern.compile("\\s?[,(;]?\\s?(?:and |usually |mostly )?");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)\\s?(?:on average|in the mean|in the middle|typically|usually|mostly)\\b");

  private Middle() {}

  /** Whether a figure is only the middle of the range before it. */
  static boolean of(String plain, Measure range, Measure middle) {
    return middle.start() >= range.end()
        && COMMA.matcher(plain.substring(range.end(), middle.start())).matches()
        && NAMED.matcher(plain).region(middle.end(), plain.length()).lookingAt()
        && range.figure().holds(middle.figure());
  }

  /** A figure with the middle that follows it, if one does. */
  static Figure used(String plain, Measure measure) {
    return Measure.in(plain).stream()
        .filter(other -> of(plain, measure, other))
        .findFirst()
        .map(other -> measure.figure().using(other.figure()))
        .orElseGet(measure::figure);
  }
}
