package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a sum comes to when each range that goes into it may lie anywhere within its ends. Sums of
 * products are extreme where every range is at an end, so all combinations of ends are computed.
 *
 * @param used with the figures that the document calculates with: 15 / 100 ms is 150
 * @param full over all ranges: 15 / 50-200 ms is 75 to 300
 */
public record Spread(Span used, Span full) {
  private static final int MAX_FREE = 10;

  /** Empty where the sum gives no number anywhere. */
  public static Optional<Spread> over(ToDoubleFunction<Picks> sum) {
    Optional<Span> full = span(sum, false);
    Optional<Span> used = span(sum, true);
    return full.isPresent() && used.isPresent()
        ? Optional.of(new Spread(used.get(), full.get()))
        : Optional.empty();
  }

  /** The ranges that a sum reads, by their paths; none where it gives no number. */
  public static Map<String, Amount> ranges(ToDoubleFunction<Picks> sum) {
    Picks picks = Picks.at(Map.of(), false);
    return Double.isNaN(sum.applyAsDouble(picks)) ? Map.of() : Map.copyOf(picks.open());
  }

  /**
   * What a sum comes to when one range alone moves between its ends and all others are read where
   * the document reads them. Empty where the sum gives no number there.
   */
  public static Optional<Span> moving(String path, ToDoubleFunction<Picks> sum) {
    double low = sum.applyAsDouble(Picks.at(Map.of(path, false), true));
    double high = sum.applyAsDouble(Picks.at(Map.of(path, true), true));
    return Double.isNaN(low) || Double.isNaN(high)
        ? Optional.empty()
        : Optional.of(Span.of(low, high));
  }

  private static Optional<Span> span(ToDoubleFunction<Picks> sum, boolean used) {
    Picks first = Picks.at(Map.of(), used);
    double middle = sum.applyAsDouble(first);
    List<String> free = new ArrayList<>(first.open().keySet());
    if (free.isEmpty()) {
      return Double.isNaN(middle) ? Optional.empty() : Optional.of(new Span(middle, middle));
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int ends = 0; ends < 1 << Math.min(free.size(), MAX_FREE); ends++) {
      double at = sum.applyAsDouble(Picks.at(corner(free, ends), used));
      if (!Double.isNaN(at)) {
        low = Math.min(low, at);
        high = Math.max(high, at);
      }
    }
    return low <= high ? Optional.of(snapped(low, high)) : Optional.empty();
  }

  /** One figure where the ends differ only by how they were computed. */
  private static Span snapped(double low, double high) {
    return high - low <= Math.abs(high) * 1e-9 ? new Span(high, high) : new Span(low, high);
  }

  /** Ranges beyond the tenth move together with the tenth. */
  private static Map<String, Boolean> corner(List<String> free, int ends) {
    Map<String, Boolean> corner = new HashMap<>();
    for (int i = 0; i < free.size(); i++) {
      corner.put(free.get(i), (ends >> Math.min(i, MAX_FREE - 1) & 1) == 1);
    }
    return corner;
  }

  /** The same in another unit. */
  public Spread times(double factor) {
    return new Spread(used.times(factor), full.times(factor));
  }

  /** The most likely figure: the middle of what the document calculates with. */
  public double value() {
    return used.middle();
  }
}
