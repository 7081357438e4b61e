package dev.loadline.advisor.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Dimension;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

  /** Every quantity is 40; functions give how many arguments they have. */
  private static final Formula.Scope FORTY =
      new Formula.Scope() {
        @Override
        public Value figure(Amount literal) {
          return new Value(literal.base().low(), literal.unit().dimension());
        }

        @Override
        public Value quantity(String name) {
          return Value.number(40);
        }

        @Override
        public Value call(Formula.Node.Call call) {
          return Value.number(call.arguments().size());
        }
      };

  @ParameterizedTest
  @CsvSource({
    "2 + 3 * 4, 14",
    "(2 + 3) * 4, 20",
    "10 - 3 - 2, 5",
    "a.size / 4, 10",
    "a.size-of - 4, 36",
    "1 / 0.1, 10",
    "'f(1, g(), 2 + 3)', 3",
    "100 [ms] / 1 [s], 0.1"
  })
  void sums(String formula, double result) {
    assertThat(Formula.parse(formula).compute(FORTY).figure()).isEqualTo(result);
  }

  @Test
  void unitsCancel() {
    assertThat(Formula.parse("6000 [requests/minute] * 2 [s]").compute(FORTY))
        .isEqualTo(new Value(200, Dimension.NONE));
  }

  @Test
  void aTimeAndAnAmountOfDataHaveNoSum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.parse("1 [s] + 1 [MB]").compute(FORTY))
        .withMessage("'1 [s] + 1 [MB]' takes a time together with an amount of data");
  }

  @Test
  void isSaidWithFiguresInPlaceOfNames() {
    assertThat(
            Formula.parse("(pool.size + 2) * 3")
                .said(name -> "15 connections", call -> Optional.empty()))
        .isEqualTo("(15 connections + 2) x 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2 +", "(2", "2 3", "2 ^ 3", "; rm", ")", "f(", "1 [ms", "1 [ells]"})
  void whatIsNoSumIsRefused(String formula) {
    assertThatIllegalArgumentException().isThrownBy(() -> Formula.parse(formula));
  }

  @Test
  void deepNestingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.parse("(".repeat(100) + "1" + ")".repeat(100)))
        .withMessage("a formula is nested at most 32 deep");
  }
}
