package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HiddenRangeRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {size: 15 connections, hold: 100 (50-200) ms}}
      claims:
        - {id: "1", kind: derived, quantity: pool.throughput, stated: 150 requests/second, formula: "pool.size / pool.hold", says: a sum}
        - {id: "2", kind: claim, quantity: service.throughput, stated: 100-120 requests/second, formula: "capacity()", says: in practice}
      """;

  @Test
  void oneFindingForTheInput() {
    assertThat(Linted.by(new HiddenRangeRule(), MODEL))
        .containsExactly(
            "warning resources.pool.hold: resources.pool.hold is 50-200 ms, a factor of 4, and the sums are made with 100 ms: pool.throughput is 75-300 requests/second, stated as 150 (1); service.throughput is 75-300 requests/second, stated as 100-120 (2)");
  }

  @Test
  void aNarrowRangeIsNoFinding() {
    assertThat(Linted.by(new HiddenRangeRule(), MODEL.replace("50-200", "80-120"))).isEmpty();
  }
}
