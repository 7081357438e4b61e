package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PercentageRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {size: 10 connections, hold: 100 ms}, workers: {processes: 1}}
      options:
        workers4: {says: Four workers, changes: {resources.workers.processes: 4}, gain: 400 %}
      claims:
        - {id: "1", kind: claim, quantity: workers4.gain, stated: 400 percent, formula: "factor(workers4) - 1", says: what they add}
      """;

  @Test
  void fourTimesIsThreeHundredPerCentMore() {
    assertThat(Linted.by(new PercentageRule(), MODEL))
        .containsExactly(
            "error options.workers4.gain: option workers4 is said to add 400 %; it makes 4 times as much, which is 300 % more",
            "error 1: workers4.gain is stated as 400 percent, which is the factor; (4 with workers4) - 1 = 300 percent");
  }

  @Test
  void whatIsAddedIsNoFinding() {
    assertThat(Linted.by(new PercentageRule(), MODEL.replace("400", "300"))).isEmpty();
  }
}
