package dev.loadline.advisor.document.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rate limit that is set with two settings, how many and in which time: {@code
 * RATE_LIMIT_MAX=120} with {@code RATE_LIMIT_WINDOW_MS=60000} is 120 requests a minute.
 */
final class Window {
  private static final Pattern COUNT =
      Pattern.compile("(?i)(?:.*[._-])?rate[._-]?limit[._-]?(?:max|requests|max[._-]?requests)");
  private static final Pattern LENGTH =
      Pattern.compile(
          "rate[._-]?limit[._-]?window[._-]?(?<unit>ms|seconds|sec|s)?['\"]?\\s*[=:]\\s*['\"]?"
              + "(?<length>\\d{1,9})(?!\\w)");

  private Window() {}

  /**
   * @param all the listing in which it stands, lower case
   * @return null where it is another setting or the window is not stated
   */
  static @Nullable Figure limit(Assignment assignment, String all) {
    Matcher length = LENGTH.matcher(all);
    Double count = assignment.figure().low();
    if (count == null || !COUNT.matcher(assignment.key()).matches() || !length.find()) {
      return null;
    }
    double window = Double.parseDouble(length.group("length"));
    double seconds = "ms".equals(length.group("unit")) ? window / 1_000 : window;
    return seconds > 0 ? Figure.of(count, "requests/" + period(seconds)) : null;
  }

  private static String period(double seconds) {
    if (seconds == 1) {
      return "second";
    }
    return seconds == 60 ? "minute" : seconds == 3_600 ? "hour" : Figure.text(seconds) + " seconds";
  }
}
