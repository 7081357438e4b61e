package dev.loadline.lab.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the tests of one run ended.
 *
 * @param statuses by the test's unique id: {@code SUCCESSFUL}, {@code FAILED}, {@code ABORTED},
 *     {@code SKIPPED}
 * @param reasons of those that failed
 */
public record Results(Map<String, String> statuses, Map<String, String> reasons) {

  private static final String GOOD = "SUCCESSFUL";
  private static final String BAD = "FAILED";

  /** Reads lines of status, id and reason with tabs between; a line that is cut off is left out. */
  public static Results parse(List<String> lines) {
    Map<String, String> statuses = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (String line : lines) {
      String[] parts = line.split("\t", 3);
      if (parts.length == 3) {
        statuses.put(parts[1], parts[0]);
        if (parts[0].equals(BAD)) {
          reasons.put(parts[1], parts[2]);
        }
      }
    }
    return new Results(statuses, reasons);
  }

  /** How many passed. */
  public long passed() {
    return statuses.values().stream().filter(GOOD::equals).count();
  }

  /** The ids of those that failed. */
  public List<String> failed() {
    return List.copyOf(reasons.keySet());
  }

  /** Those that passed there and fail here, or did not come to an end here. */
  public List<String> worseThan(Results bare) {
    return bare.statuses.entrySet().stream()
        .filter(test -> test.getValue().equals(GOOD))
        .map(Map.Entry::getKey)
        .filter(id -> statuses.getOrDefault(id, BAD).equals(BAD))
        .toList();
  }
}
