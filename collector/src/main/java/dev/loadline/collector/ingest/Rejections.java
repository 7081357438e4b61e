package dev.loadline.collector.ingest;

import java.util.Map;
import java.util.TreeMap;

/** What of a request is not taken, how many by reason, and the first of them in words. */
final class Rejections {
  private final Map<String, Integer> counts = new TreeMap<>();
  private String first = "";

  /**
   * @param reason one word for counters
   */
  void add(String reason, String sentence) {
    counts.merge(reason, 1, Integer::sum);
    first = first.isEmpty() ? sentence : first;
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  Map<String, Integer> counts() {
    return counts;
  }

  /** Empty where everything is taken. */
  String text() {
    return total() == 0 ? "" : total() + " not taken, the first: " + first;
  }
}
