package dev.loadline.advisor.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HeadroomTest {
  private static final String RATE = "requests/s";

  @Test
  void shareOfTheSafeCapacityThatThePeakLeavesFree() {
    Estimate headroom =
        Headroom.of(
            Estimate.point(60, 58, 62, RATE, "peak"), Estimate.point(100, 95, 105, RATE, "safe"));
    assertThat(headroom.orThrow()).isCloseTo(0.4, within(1e-9));
    assertThat(headroom.explanation())
        .isEqualTo("1 - 60 peak / 100 safe requests/s = 0.4 (0.3474-0.4476)");
  }

  @Test
  void negativeWhereThePeakIsAboveWhatIsSafe() {
    Estimate headroom =
        Headroom.of(Estimate.exact(120, RATE, "peak"), Estimate.exact(100, RATE, "safe"));
    assertThat(headroom.orThrow()).isCloseTo(-0.2, within(1e-9));
  }

  @Test
  void boundOfTheSafeCapacityStaysABound() {
    Estimate headroom =
        Headroom.of(Estimate.exact(60, RATE, "peak"), Estimate.atMost(60, RATE, "late"));
    assertThat(headroom.verdict()).isEqualTo(Verdict.UPPER_BOUND);
  }

  @Test
  void unknownStaysUnknownWithItsReason() {
    Estimate unknown = Estimate.unknown(RATE, "12 of 30 seconds measured");
    assertThat(Headroom.of(Estimate.exact(60, RATE, "peak"), unknown).explanation())
        .isEqualTo("12 of 30 seconds measured");
    assertThat(Headroom.of(unknown, Estimate.exact(60, RATE, "safe")).known()).isFalse();
  }
}
