package dev.loadline.advisor.document.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource({
    "15, 15, 15",
    "15 connections, 15, 15",
    "60/min, 1, 1",
    "60 requests/minute, 1, 1",
    "5 requests/15 minutes, 0.0055556, 0.0055556",
    "50-200 ms, 0.05, 0.2",
    "100 (50-200) ms, 0.05, 0.2",
    "100 Mbit/s, 12500000, 12500000",
    "30 kB/s, 30000, 30000",
    "8 GiB, 8589934592, 8589934592",
    "0.3 percent of a core, 0.003, 0.003",
    "70-80 %, 0.7, 0.8",
    "120 {orders}/minute, 2, 2",
    ">= 10000 users, 10000, Infinity",
    "<= 200 ms, -Infinity, 0.2"
  })
  void figuresWithTheirUnits(String text, double low, double high) {
    Span base = Amount.parse(text).base();
    assertThat(base.low()).isCloseTo(low, within(Math.abs(low) * 1e-4 + 1e-12));
    assertThat(base.high()).isCloseTo(high, within(Math.abs(high) * 1e-4 + 1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "50 miliseconds | no unit 'miliseconds'; did you mean 'milliseconds'?; things that are"
            + " counted may stand in braces, as {orders}/minute",
        "200-50 ms | the range runs from high to low; write 50-200",
        "500 (50-200) ms | 500 lies outside 50-200",
        "fast | write a figure and its unit, as 150 requests/second, 50-200 ms, 100 (50-200) ms or"
            + " >= 10000 users"
      })
  void whatIsNoFigureIsRefused(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Amount.parse(text)).withMessage(message);
  }

  @Test
  void aTimeIsNoRate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PerSecond.parse("100 ms"))
        .withMessage("that is a time; it takes a rate such as 60/min or 2-5 requests/minute");
  }

  @Test
  void isWrittenAsItWasStated() {
    assertThat(Amount.parse("100 (50-200) ms")).hasToString("50-200 ms");
    assertThat(Amount.parse(">= 10000 users")).hasToString("at least 10000 users");
  }
}
