package dev.loadline.advisor.capacity;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A measured distribution of times, from a histogram's buckets and its sum.
 *
 * <p>Buckets are coarse: between 0.1 and 0.25 s anything may lie. Within every bucket the mass
 * follows one falling (or rising) exponential whose steepness is chosen so that the mean of all is
 * the measured mean. A hundred answers between 0.1 and 0.25 s with a mean of 0.11 s thus have their
 * 95th percentile at 0.13 s, not at the 0.24 s of an even spread.
 */
public final class Distribution {
  private static final int POINTS = 24;
  private static final double STEEPEST = 400;

  private final double[] seconds;
  private final double[] share;
  private final double beyond;

  private Distribution(double[] seconds, double[] share, double beyond) {
    this.seconds = seconds;
    this.share = share;
    this.beyond = beyond;
  }

  /**
   * @param cumulative how many were at most this long, by upper bound in seconds; infinity included
   * @param sum all seconds together
   * @return null where nothing was counted
   */
  public static @Nullable Distribution of(Map<Double, Double> cumulative, double sum) {
    NavigableMap<Double, Double> buckets = new TreeMap<>(cumulative);
    Double total = buckets.get(Double.POSITIVE_INFINITY);
    if (total == null || total <= 0 || buckets.size() < 2) {
      return null;
    }
    NavigableMap<Double, Double> finite = buckets.headMap(Double.POSITIVE_INFINITY, false);
    double beyond = Math.max(0, 1 - finite.lastEntry().getValue() / total);
    double wanted = sum / total - beyond * finite.lastKey();
    double low = -STEEPEST;
    double high = STEEPEST;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (mean(spread(finite, total, middle)) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double[][] spread = spread(finite, total, (low + high) / 2);
    return new Distribution(spread[0], spread[1], beyond);
  }

  /** Share longer than {@code limit} if everyone also waits as {@code wait} says. */
  double longerThan(double limit, Tail wait) {
    double longer = beyond;
    for (int i = 0; i < seconds.length; i++) {
      double rest = limit - seconds[i];
      longer += share[i] * (rest < 0 ? 1 : wait.longerThan(rest));
    }
    return Math.min(1, longer);
  }

  /** The time that a share {@code quantile} does not exceed; infinite beyond the last bucket. */
  public double quantile(double quantile) {
    double reached = 0;
    for (int i = 0; i < seconds.length; i++) {
      reached += share[i];
      if (reached >= quantile) {
        return seconds[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double[][] spread(
      NavigableMap<Double, Double> finite, double total, double steepness) {
    double[] seconds = new double[finite.size() * POINTS];
    double[] share = new double[finite.size() * POINTS];
    double from = 0;
    double before = 0;
    int at = 0;
    double[] weights = weights(steepness);
    for (var bucket : finite.entrySet()) {
      double mass = Math.max(0, bucket.getValue() - before) / total;
      for (int i = 0; i < POINTS; i++) {
        seconds[at] = from + (bucket.getKey() - from) * (i + 0.5) / POINTS;
        share[at++] = mass * weights[i];
      }
      from = bucket.getKey();
      before = Math.max(before, bucket.getValue());
    }
    return new double[][] {seconds, share};
  }

  private static double[] weights(double steepness) {
    double[] weights = new double[POINTS];
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double place = (i + 0.5) / POINTS;
      weights[i] = Math.exp(steepness >= 0 ? -steepness * place : steepness * (1 - place));
      sum += weights[i];
    }
    for (int i = 0; i < POINTS; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private static double mean(double[][] spread) {
    double mean = 0;
    for (int i = 0; i < spread[0].length; i++) {
      mean += spread[0][i] * spread[1][i];
    }
    return mean;
  }

  /** How likely an additional wait is longer than some seconds. */
  interface Tail {
    double longerThan(double seconds);
  }
}
