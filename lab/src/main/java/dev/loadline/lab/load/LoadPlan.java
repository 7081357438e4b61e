package dev.loadline.lab.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What load to send. Everything in it is finite: it ends after {@code duration} or {@code
 * maxRequests}, whichever comes first, and never keeps more than {@code maxOutstanding} requests
 * open.
 *
 * @param target scheme, host and port
 * @param paths sent in turn
 * @param ratePerSecond mean arrivals per second
 * @param seed of the arrivals
 * @param duration of sending
 * @param maxRequests at most
 * @param maxOutstanding above it a due request is not sent but counted as shed, so that the report
 *     shows it
 * @param timeout after which a request counts as failed
 */
public record LoadPlan(
    URI target,
    List<String> paths,
    double ratePerSecond,
    long seed,
    Duration duration,
    long maxRequests,
    int maxOutstanding,
    Duration timeout) {

  /** Ten million requests, 4 000 of them open, 30 s each. */
  public static LoadPlan of(
      URI target, List<String> paths, double ratePerSecond, long seed, Duration duration) {
    return new LoadPlan(
        target, paths, ratePerSecond, seed, duration, 10_000_000, 4_000, Duration.ofSeconds(30));
  }

  public LoadPlan {
    paths = List.copyOf(paths);
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("a load plan needs at least one path");
    }
  }

  String path(long number) {
    return paths.get((int) (number % paths.size()));
  }
}
