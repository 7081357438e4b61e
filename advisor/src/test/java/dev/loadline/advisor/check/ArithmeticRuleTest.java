package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArithmeticRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {size: 15 connections, hold: 100 ms}}
      claims:
        - {id: "1", kind: derived, quantity: pool.throughput, stated: 200 requests/second, formula: "pool.size / pool.hold", says: a sum}
        - {id: "2", kind: claim, quantity: bottleneck.order, order: [rate-limit/all, pool/pool], says: what runs out}
      """;

  @Test
  void whatDoesNotComeOutIsTold() {
    assertThat(Linted.by(new ArithmeticRule(), MODEL))
        .containsExactly(
            "error 1: pool.throughput is stated as 200 requests/second, but 15 connections / 100 ms = 150 requests/second",
            "warning 2: the order of what runs out is stated as rate-limit/all, pool/pool; computed: pool/pool at 150 requests/s");
  }

  @Test
  void rightSumsAreNoFinding() {
    assertThat(
            Linted.by(
                new ArithmeticRule(),
                MODEL.replace("200 requests", "150 requests").replace("rate-limit/all, ", "")))
        .isEmpty();
  }
}
