package dev.loadline.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostTest {

  @Test
  void whatIsAddedMustNotExceedTheAim() {
    assertThat(Cost.added("start", "ms", 100, 180, 80).holds()).isTrue();
    assertThat(Cost.added("start", "ms", 100, 181, 80).holds()).isFalse();
    assertThat(Cost.added("bytes", "B", 56, 56.2, 0).holds()).isTrue();
    assertThat(Cost.added("bytes", "B", 56, 64, 0).holds()).isFalse();
    assertThat(Cost.times("request", "µs", 100, 110, 1.1).holds()).isTrue();
    assertThat(Cost.times("request", "µs", 100, 111, 1.1).holds()).isFalse();
  }

  @Test
  void whatWasNotMeasuredMeetsNoAim() {
    assertThat(Cost.median(List.of())).isNaN();
    assertThat(Cost.added("start", "ms", 100, Double.NaN, 80).holds()).isFalse();
    assertThat(Cost.times("request", "µs", Double.NaN, 1, 1.1).holds()).isFalse();
  }

  @Test
  void theMedianIsNotMovedByOneOutlier() {
    assertThat(Cost.median(List.of(3.0, 900.0, 1.0, 2.0, 4.0))).isEqualTo(3);
  }

  @Test
  void theTableTellsBothFiguresTheDifferenceAndTheAim() {
    assertThat(
            Cost.table(
                List.of(
                    Cost.added("start", "ms", 100, 190, 80),
                    Cost.times("request", "µs", 100, 105, 1.1))))
        .isEqualTo(
            """
            | measured | without agent | with agent | added    | aim    | met |
            |----------|---------------|------------|----------|--------|-----|
            | start    | 100.0 ms      | 190.0 ms   | +90.0 ms | +80 ms | NO  |
            | request  | 100.0 µs      | 105.0 µs   | 1.050 x  | 1.1 x  | yes |
            """);
  }
}
