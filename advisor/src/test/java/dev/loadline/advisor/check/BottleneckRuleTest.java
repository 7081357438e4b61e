package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BottleneckRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {writer: {server: db}}
      servers: {db: {engine: sqlite}}
      claims:
        - {id: "1", kind: claim, quantity: service.throughput, stated: 100-500 requests/second, lacks: the time of a write, says: one server}
        - {id: "2", kind: claim, quantity: bottleneck.order, order: [writer/db], says: what runs out}
      """;

  @Test
  void aBottleneckWithoutItsFigures() {
    assertThat(Linted.by(new BottleneckRule(), MODEL))
        .containsExactly(
            "warning 2: writer/db is said to run out first, and 100-500 requests/second (1) is stated for the service, but for how long a write keeps the others out is not stated");
  }

  @Test
  void aBottleneckWithItsFiguresIsNoFinding() {
    assertThat(
            Linted.by(
                new BottleneckRule(),
                MODEL.replace("{server: db}", "{server: db, write: 5 ms, writes: 0.5}")))
        .isEmpty();
  }
}
