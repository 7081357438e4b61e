package dev.loadline.collector.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatioTest {

  @ParameterizedTest
  @CsvSource({"1%, 0.01", "0.01, 0.01", "100 %, 1", "0, 0", "99.5%, 0.995"})
  void readsPerCentAndFractions(String text, double value) {
    assertThat(Ratio.parse(text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "101%", "-1%", "NaN", "one", "%"})
  void refusesWhatIsNoShare(String text) {
    assertThatThrownBy(() -> Ratio.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
