package dev.loadline.collector.source;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Names that clients give themselves. The first hundred are kept apart, later ones are one: each
 * name is a line that stays for the whole retention.
 */
final class Names {
  static final String OTHERS = "(others)";
  private static final int MAX = 100;

  private final Set<String> known = new LinkedHashSet<>();
  private boolean crowded;

  String bounded(String name) {
    String shown = name.isBlank() ? "(none)" : name;
    if (known.contains(shown) || known.size() < MAX) {
      known.add(shown);
      return shown;
    }
    crowded = true;
    return OTHERS;
  }

  void tell(Reading.Builder reading, String what) {
    if (crowded) {
      reading.note("more than %d names of %s; the later ones are %s".formatted(MAX, what, OTHERS));
    }
  }
}
