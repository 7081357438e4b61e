package dev.loadline.advisor.check;

import java.util.List;

/** How lists are written for people. */
final class Lists {

  private Lists() {}

  /** {@code a, b and c}. */
  static String and(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** The first few: {@code a; b; and 4 more}. */
  static String few(List<String> parts, int most) {
    return parts.size() <= most
        ? String.join("; ", parts)
        : "%s; and %d more"
            .formatted(String.join("; ", parts.subList(0, most)), parts.size() - most);
  }
}
