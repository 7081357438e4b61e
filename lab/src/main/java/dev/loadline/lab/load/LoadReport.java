package dev.loadline.lab.load;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What became of the load so far.
 *
 * @param seconds since the start
 * @param sent requests sent
 * @param shed requests that were due and not sent because too many were open
 * @param failed requests without an answer: refused, reset or timed out
 * @param byStatus answers by HTTP status
 * @param latency from the scheduled start to the answer, of every answered request, in microseconds
 */
public record LoadReport(
    double seconds,
    long sent,
    long shed,
    long failed,
    SortedMap<Integer, Long> byStatus,
    Histogram latency) {

  public LoadReport {
    byStatus = new TreeMap<>(byStatus);
    latency = latency.copy();
  }

  /** Answers with a status from 200 to 299. */
  public long succeeded() {
    return byStatus.subMap(200, 300).values().stream().mapToLong(Long::longValue).sum();
  }

  /** Answers with whatever status. */
  public long answered() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Requests that are under way. */
  public long open() {
    return sent - answered() - failed;
  }

  /** Seconds below which the share {@code quantile} (0–1) of the answers came. */
  public double latencySeconds(double quantile) {
    return latency.getValueAtPercentile(quantile * 100) / 1e6;
  }

  /** Successful answers per second between an earlier report of the same load and this one. */
  public double successRateSince(LoadReport earlier) {
    return (succeeded() - earlier.succeeded()) / (seconds - earlier.seconds);
  }

  /**
   * Requests due per second, sent or shed, between an earlier report of the same load and this one.
   */
  public double offeredRateSince(LoadReport earlier) {
    return (sent + shed - earlier.sent - earlier.shed) / (seconds - earlier.seconds);
  }

  /**
   * One line for people, such as {@code 2400 sent, 200: 2391, 503: 9, 0 failed, 0 shed; p50 98 ms,
   * p95 170 ms, p99 191 ms}.
   */
  public String summary() {
    StringBuilder line = new StringBuilder().append(sent).append(" sent");
    for (Map.Entry<Integer, Long> entry : byStatus.entrySet()) {
      line.append(", ").append(entry.getKey()).append(": ").append(entry.getValue());
    }
    return line.append(
            String.format(
                ", %d failed, %d shed; p50 %.0f ms, p95 %.0f ms, p99 %.0f ms",
                failed,
                shed,
                latencySeconds(0.5) * 1e3,
                latencySeconds(0.95) * 1e3,
                latencySeconds(0.99) * 1e3))
        .toString();
  }
}
