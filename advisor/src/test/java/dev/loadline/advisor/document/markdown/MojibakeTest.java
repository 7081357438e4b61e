package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15 √ó 10 | 15 × 10",
        "15 Ã— 10 | 15 × 10",
        "60 ‚Üí 200 | 60 → 200",
        "60 â†’ 200 | 60 → 200",
        "20â€“40 ms | 20–40 ms",
        "‚â§ 200 ms | ≤ 200 ms",
        "ğŸ“Š Load | 📊 Load"
      })
  void textThatWasReadInAnotherEncodingIsReadAgain(String written, String meant) {
    assertThat(Mojibake.repair(written)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "15 × 10", "60 → 200", "Größe: 5 µs", "20–40 ms", "café Ã", "✅ done"})
  void whatIsInOrderStays(String line) {
    assertThat(Mojibake.repair(line)).isEqualTo(line);
  }
}
