package dev.loadline.advisor.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DistributionTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static Distribution of(Map<Double, Double> buckets, double sum) {
    return Objects.requireNonNull(Distribution.of(buckets, sum));
  }

  @Test
  void theMeanSaysWhereInABucketTheMassLies() {
    Map<Double, Double> buckets = Map.of(0.1, 0.0, 0.25, 100.0, INFINITE, 100.0);
    assertThat(of(buckets, 11.0).quantile(0.95)).isCloseTo(0.13, within(0.006));
    assertThat(of(buckets, 17.5).quantile(0.95)).isCloseTo(0.2425, within(0.006));
    assertThat(of(buckets, 24.0).quantile(0.95)).isGreaterThan(0.24);
  }

  @Test
  void beyondTheLastBoundIsInfinitelyLong() {
    Distribution distribution = of(Map.of(1.0, 90.0, INFINITE, 100.0), 60);
    assertThat(distribution.quantile(0.95)).isInfinite();
    assertThat(distribution.longerThan(50, wait -> 0)).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void waitsAreAddedToEveryAnswer() {
    Distribution distribution = of(Map.of(0.1, 0.0, 0.101, 100.0, INFINITE, 100.0), 10.05);
    assertThat(distribution.longerThan(0.2, seconds -> 0)).isZero();
    assertThat(distribution.longerThan(0.2, seconds -> 0.3 * Math.exp(-seconds / 0.1)))
        .isCloseTo(0.3 * Math.exp(-0.995), within(0.002));
  }

  @Test
  void nothingCountedIsNoDistribution() {
    assertThat(Distribution.of(Map.of(0.1, 0.0, INFINITE, 0.0), 0)).isNull();
    assertThat(Distribution.of(Map.of(), 0)).isNull();
  }
}
