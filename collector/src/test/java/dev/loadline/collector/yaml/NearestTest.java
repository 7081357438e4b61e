package dev.loadline.collector.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({"kitten, sitting, 3", "a, a, 0", "Interval, interval, 0", "intreval, interval, 2"})
  void distanceCountsChangedAddedAndLeftOutLetters(String left, String right, int distance) {
    assertThat(Nearest.distance(left, right)).isEqualTo(distance);
  }

  @Test
  void aSlipFindsItsWord() {
    assertThat(Nearest.to("intervall", List.of("timeout", "interval"))).contains("interval");
  }

  @Test
  void aStrangerFindsNone() {
    assertThat(Nearest.to("colour", List.of("timeout", "interval"))).isEmpty();
    assertThat(Nearest.hint("colour", List.of("timeout", "interval")))
        .isEqualTo("; known: timeout, interval");
  }
}
