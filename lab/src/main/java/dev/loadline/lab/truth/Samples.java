package dev.loadline.lab.truth;

import java.util.Map;
import java.util.TreeMap;

/** The samples of one exposition that belong to one library, summed by name. */
record Samples(Map<String, Double> byName) {

  /** Reads Prometheus text; only the pools of {@code library} count. */
  static Samples parse(String text, String library) {
    Map<String, Double> byName = new TreeMap<>();
    for (String line : text.lines().toList()) {
      int labels = line.indexOf('{');
      if (labels > 0
          && line.contains("kind=\"pool\"")
          && line.contains("library=\"" + library + "\"")
          && !line.contains("le=\"")) {
        double value = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        byName.merge(line.substring(0, labels), value, Double::sum);
      }
    }
    return new Samples(byName);
  }

  /** The value of {@code loadline_resource_<name>}; not a number where there is none. */
  double of(String name) {
    return byName.getOrDefault("loadline_resource_" + name, Double.NaN);
  }

  /** How much it grew since {@code before}. */
  double since(Samples before, String name) {
    return of(name) - before.of(name);
  }
}
