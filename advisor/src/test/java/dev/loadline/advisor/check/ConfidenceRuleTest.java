package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfidenceRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      readiness:
        overall: 60-70 %
        components: {queries: {confidence: 90 %}, pool: {confidence: 20 %, weight: 2}, cache: {confidence: 0 %}}
      """;

  @Test
  void theWholeIsNotTheMeanOfItsParts() {
    assertThat(Linted.by(new ConfidenceRule(), MODEL))
        .containsExactly(
            "error readiness.overall: the whole is stated as 60-70 %, and the weighted mean of its 3 parts is 32.5 %");
  }

  @Test
  void theMeanIsNoFinding() {
    assertThat(Linted.by(new ConfidenceRule(), MODEL.replace("60-70 %", "30-35 %"))).isEmpty();
  }
}
