package dev.loadline.lab.bench;

import dev.loadline.lab.report.Table;
import java.util.List;
import java.util.Locale;

/**
 * What something costs without the agent and with it, beside what it may.
 *
 * @param name of what was measured
 * @param unit of both figures
 * @param without the agent
 * @param with the agent
 * @param aim what the agent may add at most, or the factor it may make of it
 * @param factor whether the aim is a factor
 */
public record Cost(
    String name, String unit, double without, double with, double aim, boolean factor) {

  /** Below this, a difference of bytes or the like is the measurement's own. */
  private static final double NOTHING = 0.5;

  /** A cost of which at most {@code aim} units may be added; 0 means less than half a unit. */
  static Cost added(String name, String unit, double without, double with, double aim) {
    return new Cost(name, unit, without, with, aim, false);
  }

  /** A cost that may become at most {@code aim} times as large, e.g. 1.1. */
  static Cost times(String name, String unit, double without, double with, double aim) {
    return new Cost(name, unit, without, with, aim, true);
  }

  /** The middle of several measurements; of an even number the upper middle. */
  static double median(List<Double> measured) {
    List<Double> sorted = measured.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  /** Whether the aim is met; nothing measured does not meet it. */
  public boolean holds() {
    return factor ? with <= without * aim : with - without <= Math.max(aim, NOTHING);
  }

  private String difference() {
    return factor
        ? String.format(Locale.ROOT, "%.3f x", with / without)
        : String.format(Locale.ROOT, "%+.1f %s", with - without, unit);
  }

  private String limit() {
    return factor
        ? String.format(Locale.ROOT, "%.1f x", aim)
        : String.format(Locale.ROOT, "%+.0f %s", aim, unit);
  }

  /** One row for each. */
  public static String table(List<Cost> costs) {
    Table table = new Table("measured", "without agent", "with agent", "added", "aim", "met");
    for (Cost cost : costs) {
      table.add(
          cost.name(),
          String.format(Locale.ROOT, "%.1f %s", cost.without(), cost.unit()),
          String.format(Locale.ROOT, "%.1f %s", cost.with(), cost.unit()),
          cost.difference(),
          cost.limit(),
          cost.holds() ? "yes" : "NO");
    }
    return table.toString();
  }
}
