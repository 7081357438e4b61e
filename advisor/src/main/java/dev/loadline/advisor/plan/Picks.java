package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.unit.Amount;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in its range each figure is read. The same path is read at the same end in a model and in
 * the changed model, so that a comparison of both is not blurred by what they share.
 */
public final class Picks {
  private final Map<String, Boolean> atHigh;
  private final boolean used;
  private final Map<String, Amount> open;

  private Picks(Map<String, Boolean> atHigh, boolean used, Map<String, Amount> open) {
    this.atHigh = atHigh;
    this.used = used;
    this.open = open;
  }

  /** The figures with which the document calculates; the middle where it chose none. */
  public static Picks middle() {
    return new Picks(Map.of(), true, new LinkedHashMap<>());
  }

  /**
   * @param atHigh the paths read at their high end, or at their low one
   * @param used whether figures with which the document calculates are read there, those at an end
   *     apart
   */
  static Picks at(Map<String, Boolean> atHigh, boolean used) {
    return new Picks(atHigh, used, new LinkedHashMap<>());
  }

  /** The figure in base units. */
  public double of(String path, Amount amount) {
    Double chosen = used && !atHigh.containsKey(path) ? amount.used() : (Double) null;
    if (chosen != null) {
      return chosen * amount.unit().inBaseUnits();
    }
    if (amount.stated().isPoint()) {
      return amount.base().low();
    }
    open.put(path, amount);
    @Nullable Boolean high = atHigh.get(path);
    if (high == null) {
      return amount.base().middle();
    }
    return high ? amount.base().high() : Math.max(0, amount.base().low());
  }

  /** The same, but ranges are read at their ends even where a figure was chosen. */
  Picks wholly() {
    return new Picks(atHigh, false, open);
  }

  /** Ranges that were read without a chosen figure, by their paths. */
  Map<String, Amount> open() {
    return open;
  }
}
