package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitSlipRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {size: 15 connections, hold: 100 ms}}
      claims:
        - {id: "1", kind: derived, quantity: pool.throughput, stated: 2.5 requests/second, formula: "pool.size / pool.hold", says: a sum}
        - {id: "2", kind: derived, quantity: users.memory, stated: 3 MB, formula: "1000 [users] * 3 [MB]", says: a sum}
        - {id: "3", kind: derived, quantity: users.network, stated: 240 MB/s, formula: "1000 [users] * 30 [kB/s]", says: a sum}
      """;

  @Test
  void theFactorBetweenTwoUnitsIsNamed() {
    assertThat(Linted.by(new UnitSlipRule(), MODEL))
        .containsExactly(
            "error 1: pool.throughput is stated as 2.5 requests/second, but 15 connections / 100 ms = 150 requests/second: 60 is the factor between seconds and minutes, or minutes and hours",
            "error 2: users.memory is stated as 3 MB, but 1000 users x 3 MB = 3000 MB: 1000 is the factor between a unit and its thousandth, such as ms and s or MB and GB",
            "error 3: users.network is stated as 240 MB/s, but 1000 users x 30 kB/s = 30 MB/s: 8 is the factor between bits and bytes");
  }

  @Test
  void rightUnitsAreNoFinding() {
    assertThat(
            Linted.by(
                new UnitSlipRule(),
                MODEL
                    .replace("2.5 req", "9000 req")
                    .replace("requests/second", "requests/minute")
                    .replace(" 3 MB,", " 3 GB,")
                    .replace("240 MB/s", "240 Mbit/s")))
        .isEmpty();
  }
}
