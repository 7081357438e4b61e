package dev.loadline.advisor.document.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key that is given a value, in whichever language: {@code pool_size=20}, {@code maxPoolSize:
 * 50-100}, {@code setMaximumPoolSize(30)}, {@code memory: 8G}.
 */
record Assignment(String key, Figure figure, int start, int end) {
  private static final Pattern KEY_VALUE =
      Pattern.compile(
          "(?<![\\w.-])(?:['\"](?=[\\w.-]+['\"]:))?(?<key>[A-Za-z][\\w.-]*)"
              + "(?:['\"]\\s?:|\\s?=|\\s?:(?=\\s))\\s*['\"]?"
              + "(?<v1>\\d[\\d_,]*(?:\\.\\d+)?)(?:\\s?[-–]\\s?(?<v2>\\d[\\d_,]*(?:\\.\\d+)?))?"
              + "(?<unit>ms|s|m|h|d|Gi|Mi|Ki|GiB|MiB|GB|MB|KB|G|M|K|%)?(?![\\w:*]|\\.(?!\\s|$))(?!\\s*[×*/÷+]\\s*[\\d(]|\\sx\\s\\d)['\"]?");
  private static final Pattern SETTER =
      Pattern.compile("\\bset(?<key>[A-Z]\\w+)\\((?<v1>\\d[\\d_]*)(?<v2>)(?<unit>)[lL]?\\)");

  private static final Pattern WORDED =
      Pattern.compile(
          "(?<![\\w.-])(?<key>[a-zA-Z]+(?:_[a-zA-Z]+)+|[a-z]+(?:[A-Z][a-z]+)+)"
              + " (?:(?:from \\d+ )?to |of |at |is )?(?<v1>\\d[\\d_,]*)(?<v2>)(?<unit>ms|s)?(?![\\w%]|\\.(?!\\s|$))");

  /** All of a line, left to right. */
  static List<Assignment> in(String line) {
    List<Assignment> found = new ArrayList<>();
    for (Pattern pattern : new Pattern[] {KEY_VALUE, SETTER}) {
      Matcher matcher = pattern.matcher(line);
      while (matcher.find()) {
        Assignment assignment = of(matcher);
        if (assignment != null) {
          found.add(assignment);
        }
      }
    }
    return found;
  }

  /** In a sentence: {@code pool_size 10}, {@code raise maxPoolSize to 60}. */
  static List<Assignment> worded(String text) {
    List<Assignment> found = new ArrayList<>();
    Matcher matcher = WORDED.matcher(text);
    while (matcher.find()) {
      Assignment assignment = of(matcher);
      if (assignment != null) {
        found.add(assignment);
      }
    }
    return found;
  }

  private static @Nullable Assignment of(Matcher matcher) {
    double first = number(matcher.group("v1"));
    String upper = matcher.group("v2");
    double second = upper == null || upper.isEmpty() ? first : number(upper);
    if (first > second) {
      return null;
    }
    String unit = matcher.group("unit") == null ? "" : matcher.group("unit");
    return new Assignment(
        matcher.group("key"), scaled(first, second, unit), matcher.start(), matcher.end());
  }

  private static double number(String digits) {
    return Double.parseDouble(digits.replaceAll("[_,]", ""));
  }

  private static Figure scaled(double low, double high, String unit) {
    String label =
        switch (unit) {
          case "ms" -> "milliseconds";
          case "s" -> "seconds";
          case "h" -> "hours";
          case "d" -> "days";
          case "Gi", "GiB" -> "GiB";
          case "Mi", "MiB" -> "MiB";
          case "Ki" -> "KiB";
          case "G", "GB" -> "GB";
          case "M", "MB" -> "MB";
          case "K", "KB" -> "kB";
          case "%" -> "percent";
          case "m" -> "m";
          default -> "";
        };
    return Figure.between(low, high, label);
  }

  /**
   * The figure in the setting's unit: {@code 500m} is half a core for a processor, else minutes.
   */
  Figure in(Setting setting) {
    if (figure.unit().equals("m")) {
      return setting.unit().equals("cores")
          ? new Figure(scale(figure.low()), scale(figure.high()), null, "cores")
          : new Figure(figure.low(), figure.high(), null, "minutes");
    }
    String unit = figure.unit().isEmpty() ? setting.unit() : figure.unit();
    return new Figure(figure.low(), figure.high(), null, unit);
  }

  private static @Nullable Double scale(@Nullable Double value) {
    return value == null ? null : value / 1000;
  }
}
