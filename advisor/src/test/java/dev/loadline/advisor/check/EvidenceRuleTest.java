package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {size: 15 connections, hold: 100 ms}, workers: {processes: 1}}
      evidence:
        - {tool: ab, endpoint: /health, touches: [workers], throughput: 500-800 requests/second}
      claims:
        - {id: "1", kind: claim, quantity: bottleneck.order, order: [workers/workers, pool/pool], says: what runs out}
      """;

  @Test
  void aTestThatAsksNoDatabaseSaysNothingOfThePool() {
    assertThat(Linted.by(new EvidenceRule(), MODEL))
        .containsExactly(
            "warning evidence: ab against /health touches workers, and never pool/pool, which the document calls a bottleneck: test a route that does");
  }

  @Test
  void aTestOfThePoolIsNoFinding() {
    assertThat(Linted.by(new EvidenceRule(), MODEL.replace("[workers]", "[workers, pool]")))
        .isEmpty();
  }
}
