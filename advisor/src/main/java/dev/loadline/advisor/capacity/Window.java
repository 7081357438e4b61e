package dev.loadline.advisor.capacity;

/**
 * What a resource and the requests upon it did in one stretch of time: differences of cumulative
 * counters, so nothing between two readings is missed.
 *
 * @param seconds its length
 * @param instances processes that were measured throughout
 * @param requests answered in it
 * @param heldSeconds resource-seconds: the integral of the number in use
 * @param spread integral over time of the squared distance of the number in use from its mean,
 *     summed over the instances; NaN where the second integral is not measured
 */
public record Window(
    long fromMillis,
    double seconds,
    int instances,
    double requests,
    double heldSeconds,
    double spread) {

  /** Mean number in use, over all instances: 6.2 connections. */
  public double meanInUse() {
    return heldSeconds / seconds;
  }

  /** Requests a second. */
  public double rate() {
    return requests / seconds;
  }
}
