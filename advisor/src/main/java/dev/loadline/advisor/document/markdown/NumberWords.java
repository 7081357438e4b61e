package dev.loadline.advisor.document.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures in words, where they count machines or what runs on them: {@code four instances}. */
final class NumberWords {
  private static final List<String> WORDS =
      List.of(
          "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");
  private static final Pattern WORD =
      Pattern.compile("(?i)(?<![\\w-])(" + String.join("|", WORDS) + ")(?= [A-Za-z])");
  private static final String[] COUNTED = {
    "instances",
    "servers",
    "nodes",
    "pods",
    "replicas",
    "containers",
    "workers",
    "threads",
    "processes"
  };

  private NumberWords() {}

  /** The figures of a text together with those in words, in its order. */
  static List<Measure> with(List<Measure> figures, String text) {
    List<Measure> all = new ArrayList<>(figures);
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      Units.Unit unit = Units.at(text, word.end());
      int start = word.start();
      boolean free = figures.stream().noneMatch(m -> m.start() <= start && start < m.end());
      if (unit != null && unit.is(COUNTED) && free) {
        double value = WORDS.indexOf(Plain.lower(word.group(1))) + 2;
        all.add(new Measure(value, value, unit, false, start, unit.end()));
      }
    }
    all.sort(Comparator.comparingInt(Measure::start));
    return all;
  }
}
