package dev.loadline.advisor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

  @ParameterizedTest
  @CsvSource({
    "2 + 3 * 4, 14",
    "(2 + 3) * 4, 20",
    "6000 / 2..5, 1200-3000",
    "10 - 1..2, 8-9",
    "a.size / 4, 10",
    "1 / 0.1, 10"
  })
  void sums(String formula, String result) {
    assertThat(Formula.compute(formula, name -> new Span(40, 40))).hasToString(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2 +", "(2", "2 3", "2 ^ 3", "; rm", "1 / 0", ")"})
  void whatIsNoSumIsRefused(String formula) {
    assertThatIllegalArgumentException().isThrownBy(() -> Formula.parse(formula));
  }

  @Test
  void deepNestingIsStillASum() {
    assertThat(Formula.compute("((((1))))", name -> new Span(0, 0))).hasToString("1");
  }
}
