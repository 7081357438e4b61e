package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerProcessRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {size: 20 connections, overflow: 40 connections}, workers: {processes: 1}}
      options:
        vertical:
          says: Eight workers and a bigger pool
          changes: {resources.workers.processes: 8, resources.pool.size: 50, resources.pool.overflow: 100}
      claims:
        - {id: "1", kind: derived, quantity: pool.capacity, stated: 60 connections, formula: "pool.size + pool.overflow", says: a sum}
        - {id: "2", kind: advice, quantity: vertical.pool, stated: 150 connections, says: 50 + 100}
      """;

  @Test
  void everyProcessHasItsOwnPool() {
    assertThat(Linted.by(new PerProcessRule(), MODEL))
        .containsExactly(
            "error 2: vertical.pool is stated as 150 connections; each process has a pool of its own: 8 processes x 150 connections = 1200 with option vertical");
  }

  @Test
  void theTotalIsNoFinding() {
    assertThat(
            Linted.by(new PerProcessRule(), MODEL.replace("150 connections", "1200 connections")))
        .isEmpty();
  }
}
