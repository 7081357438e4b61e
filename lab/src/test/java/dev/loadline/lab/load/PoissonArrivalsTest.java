package dev.loadline.lab.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonArrivalsTest {
  private static double[] gapsSeconds(long seed) {
    PoissonArrivals arrivals = new PoissonArrivals(60, seed);
    return LongStream.generate(arrivals::nextGapNanos)
        .limit(100_000)
        .mapToDouble(nanos -> nanos / 1e9)
        .toArray();
  }

  @Test
  void meanGapIsOneOverTheRate() {
    assertThat(mean(gapsSeconds(1))).isCloseTo(1.0 / 60, within(0.0002));
  }

  @Test
  void gapsAreExponentialSoTheirDeviationEqualsTheirMean() {
    double[] gaps = gapsSeconds(2);
    double mean = mean(gaps);
    double variance =
        java.util.Arrays.stream(gaps)
            .map(gap -> (gap - mean) * (gap - mean))
            .average()
            .orElseThrow();
    assertThat(Math.sqrt(variance) / mean).isCloseTo(1.0, within(0.02));
  }

  @Test
  void sameSeedGivesTheSameArrivals() {
    assertThat(gapsSeconds(3)).isEqualTo(gapsSeconds(3)).isNotEqualTo(gapsSeconds(4));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void impossibleRatesAreRefused(double rate) {
    assertThatThrownBy(() -> new PoissonArrivals(rate, 1))
        .hasMessageContaining("finite number above 0");
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values).average().orElseThrow();
  }
}
