package dev.loadline.collector.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "200ms, PT0.2S",
    "10 s, PT10S",
    "5min, PT5M",
    "5m, PT5M",
    "1.5h, PT1H30M",
    "35d, PT840H",
    "2w, PT336H",
    "50us, PT0.00005S",
    "0s, PT0S"
  })
  void readsANumberWithItsUnit(String text, Duration expected) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "s", "-1s", "10 parsecs", "1s 2ms", "", "1e3s", "9999999999999s"})
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("write a duration with its unit, as 200ms, 10s or 5min");
  }
}
