package dev.loadline.advisor.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When the demand of a service crosses its safe capacity.
 *
 * @param status {@code ok} or {@code unknown}
 * @param reason why it is unknown; null otherwise
 * @param historyDays how long the service has been measured, days
 * @param crosses the days by which one, five and nine of ten futures have crossed; null where
 *     unknown
 * @param probability share of the futures that have crossed within {@code 7d}, {@code 14d}, {@code
 *     30d}, {@code 90d}; empty where unknown
 */
public record Forecast(
    String status,
    @Nullable String reason,
    double historyDays,
    @Nullable Crossing crosses,
    Map<String, Double> probability) {

  /** A week has every hour of every weekday once: less cannot tell growth from a Monday. */
  static final Duration NEEDED = Duration.ofDays(7);

  /** Quantiles of the day of crossing; null for one that lies beyond the horizon. */
  public record Crossing(
      @Nullable LocalDate p10, @Nullable LocalDate p50, @Nullable LocalDate p90) {}

  public Forecast {
    probability = Map.copyOf(probability);
  }

  /**
   * What can be said from a history of that length.
   *
   * <p>A week of data is needed to begin with; from then on at least ten past forecasts must have
   * been held against what came, and those are not kept yet.
   */
  public static Forecast from(Duration history) {
    double days = days(history);
    return history.compareTo(NEEDED) < 0
        ? unknown(days, "%s days of data, %d needed".formatted(days, NEEDED.toDays()))
        : unknown(days, "%s days of data, but no past forecasts to judge by".formatted(days));
  }

  private static Forecast unknown(double days, String reason) {
    return new Forecast("unknown", reason, days, null, Map.of());
  }

  private static double days(Duration history) {
    return BigDecimal.valueOf(history.toSeconds() / 86_400.0)
        .setScale(1, RoundingMode.DOWN)
        .doubleValue();
  }
}
