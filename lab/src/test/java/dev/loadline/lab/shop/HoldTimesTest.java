package dev.loadline.lab.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HoldTimesTest {
  private static double[] holds(long seed) {
    HoldTimes times = new HoldTimes(seed);
    return DoubleStream.generate(times::nextSeconds).limit(100_000).toArray();
  }

  @Test
  void lastFiftyToTwoHundredMilliseconds() {
    assertThat(Arrays.stream(holds(1)).min().orElseThrow()).isGreaterThanOrEqualTo(0.050);
    assertThat(Arrays.stream(holds(1)).max().orElseThrow())
        .isLessThanOrEqualTo(0.200)
        .isGreaterThan(0.190);
  }

  @Test
  void lastAHundredMillisecondsOnAverage() {
    assertThat(Arrays.stream(holds(2)).average().orElseThrow()).isCloseTo(0.100, within(0.0005));
  }

  @Test
  void sameSeedGivesTheSameHolds() {
    assertThat(holds(3)).isEqualTo(holds(3)).isNotEqualTo(holds(4));
  }
}
