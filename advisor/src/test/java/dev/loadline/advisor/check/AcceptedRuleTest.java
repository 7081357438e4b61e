package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcceptedRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      accepts: {unit-slips: the line is measured in bits}
      """;

  @Test
  void anUnknownRuleIsToldWithTheNearest() {
    assertThat(Linted.by(new AcceptedRule(), MODEL))
        .containsExactly(
            "error accepts.unit-slips: no rule is called 'unit-slips'; did you mean 'unit-slip'?");
  }

  @Test
  void aKnownRuleIsNoFinding() {
    assertThat(Linted.by(new AcceptedRule(), MODEL.replace("unit-slips", "unit-slip"))).isEmpty();
  }
}
