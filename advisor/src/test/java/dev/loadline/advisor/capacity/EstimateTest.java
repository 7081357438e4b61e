package dev.loadline.advisor.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.001, -12})
  void noSuchFigureExists(double figure) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.exact(figure, "requests/s", "made up"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.atLeast(figure, "requests/s", "made up"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.point(1, 0, figure, "requests/s", "made up"));
  }

  @Test
  void aValueLiesWithinItsInterval() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.point(3, 1, 2, "requests/s", "made up"));
  }

  @Test
  void headroomAloneMayBeNegative() {
    assertThat(Estimate.signed(-0.2, -0.3, -0.1, "1 - 120 / 100 = -0.2").orThrow()).isEqualTo(-0.2);
  }

  @Test
  void unknownHasNoFigureAndSaysWhy() {
    Estimate unknown = Estimate.unknown("requests/s", "12 of 30 seconds measured");
    assertThat(unknown.known()).isFalse();
    assertThat(unknown.low()).isNull();
    assertThatIllegalStateException()
        .isThrownBy(unknown::orThrow)
        .withMessage("unknown: 12 of 30 seconds measured");
  }

  @Test
  void explanationsAreOneLine() {
    assertThatIllegalArgumentException().isThrownBy(() -> Estimate.unknown("s", "a\nb"));
    assertThatIllegalArgumentException().isThrownBy(() -> Estimate.unknown("s", " "));
  }

  @Test
  void boundsHaveOneSide() {
    assertThat(Estimate.atLeast(5, "s", "seen").high()).isNull();
    assertThat(Estimate.atMost(5, "s", "seen").low()).isNull();
  }
}
