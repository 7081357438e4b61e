package dev.loadline.lab.demo;

import java.util.List;
import java.util.Locale;

/**
 * Predicted beside measured.
 *
 * @param prediction frozen at 40 % of the capacity
 * @param offered requests/s that were pushed
 * @param measured successful answers/s in the steady state
 * @param machine before the start
 */
public record Outcome(Prediction prediction, double offered, double measured, String machine) {
  private static final double TOLERANCE = 0.05;
  private static final double CLEARLY_OVER = 1.1;

  /** Within 5 %, and the limit was really reached: clearly more was offered than served. */
  public boolean holds() {
    return limitReached() && Math.abs(prediction.error(measured)) <= TOLERANCE;
  }

  boolean limitReached() {
    return offered > CLEARLY_OVER * measured;
  }

  /** A table for a README. */
  public static String markdown(List<Outcome> outcomes) {
    StringBuilder table =
        new StringBuilder(
            """
            | run | predicted at 40 % load, requests/s | interval | offered | measured | error | inside | frozen as SHA-256 |
            |---|---|---|---|---|---|---|---|
            """);
    for (int run = 0; run < outcomes.size(); run++) {
      table.append(outcomes.get(run).row(run + 1));
    }
    return table.toString();
  }

  private String row(int run) {
    return String.format(
        Locale.ROOT,
        "| %d | %.1f | %.1f–%.1f | %.1f | %.1f%s | %+.1f %% | %s | `%s…` |%n",
        run,
        prediction.capacity(),
        prediction.low(),
        prediction.high(),
        offered,
        measured,
        limitReached() ? "" : " (limit not reached)",
        100 * prediction.error(measured),
        prediction.covers(measured) ? "yes" : "no",
        prediction.sha256().substring(0, 12));
  }
}
