package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GainRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {server: db, size: 10 connections, hold: 100 ms}}
      servers: {db: {engine: postgresql}}
      options:
        pool50: {says: A bigger pool, changes: {resources.pool.size: 50}}
      claims:
        - {id: "1", kind: claim, quantity: pool50.factor, stated: 5 x, formula: "factor(pool50)", says: 50 / 10}
      """;

  @Test
  void moreConnectionsAreNotMoreDatabase() {
    assertThat(Linted.by(new GainRule(), MODEL))
        .containsExactly(
            "warning servers.db: what is claimed for more connections holds only as far as db bears it, and its cores and the CPU time of a query are not both stated: 5 x (1)");
  }

  @Test
  void aServerThatBearsItIsNoFinding() {
    assertThat(
            Linted.by(
                new GainRule(), MODEL.replace("postgresql", "postgresql, cores: 4, cpu: 5 ms")))
        .isEmpty();
  }

  @Test
  void aServerThatBearsLessEndsTheGain() {
    assertThat(
            Linted.by(
                new GainRule(), MODEL.replace("postgresql", "postgresql, cores: 2, cpu: 10 ms")))
        .containsExactly(
            "error 1: pool50.factor is stated as 5 x, but with option pool50 server-cpu/db runs out first, at 200 requests/s (2 cores / 10 ms of CPU per request): (with pool50: 2 cores / 10 ms of CPU per request) / (10 connections / 100 ms held per request) = 2 x");
  }
}
