package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObjectiveRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      objectives: {p95: "<= 200 ms", p99: 500 ms}
      evidence:
        - {tool: ab, p95: 200-300 ms, p99: 400-600 ms}
      users: {stated: 500-1000 users}
      tiers:
        medium: {users: 100-500 users, response: 50-150 ms}
        high: {users: 500-1000 users, response: 150-300 ms}
      """;

  @Test
  void evidenceThatIsSlowerThanTheObjective() {
    assertThat(Linted.by(new ObjectiveRule(), MODEL))
        .containsExactly(
            "error objectives.p95: the objective for the p95 is at most 200 ms, and ab measured 200-300 ms",
            "warning objectives.p99: the objective for the p99 is 500 ms, and ab measured 400-600 ms",
            "warning tiers.high.response: 500-1000 users are what the service is said to carry, and are expected to be answered in 150-300 ms; the objective for the p95 is at most 200 ms");
  }

  @Test
  void fastEvidenceIsNoFinding() {
    assertThat(
            Linted.by(
                new ObjectiveRule(),
                MODEL
                    .replace("200-300 ms", "120-180 ms")
                    .replace("400-600", "300-500")
                    .replace("150-300", "150-200")))
        .isEmpty();
  }
}
