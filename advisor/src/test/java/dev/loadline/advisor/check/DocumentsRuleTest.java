package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentsRuleTest {
  private static final String FIRST =
      """
      model: capsules
      document: A service and its pool
      claims:
        - {id: "000-09", kind: claim, quantity: service.throughput, stated: 100-120 requests/second, says: in practice}
        - {id: "000-41", kind: claim, quantity: users.logged_in, stated: ">= 10000 users", says: most of them idle}
      """;
  private static final String SECOND =
      """
      model: capsules-million
      document: The same service and its pool
      same_as: {capsules: {stage.now.throughput: service.throughput}}
      claims:
        - {id: "002-14", kind: claim, quantity: stage.now.throughput, stated: 100-200 requests/second, says: now}
        - {id: "002-15", kind: claim, quantity: users.logged_in, stated: 5000 users, says: now}
      """;

  @Test
  void twoDocumentsOnOneServiceDiffer() {
    assertThat(Linted.by(new DocumentsRule(), SECOND, FIRST))
        .containsExactly(
            "error 002-14: stage.now.throughput is stated as 100-200 requests/second, and capsules says 100-120 requests/second for service.throughput (000-09)",
            "error 002-15: users.logged_in is stated as 5000 users, and capsules says at least 10000 users for users.logged_in (000-41)");
  }

  @Test
  void whatAgreesWithinAQuarterIsNoFinding() {
    assertThat(
            Linted.by(
                new DocumentsRule(),
                SECOND.replace("100-200", "100-150").replace("5000", "10000"),
                FIRST))
        .isEmpty();
  }

  @Test
  void documentsOnDifferentServicesAreNotCompared() {
    assertThat(
            Linted.by(
                new DocumentsRule(), SECOND, FIRST.replace("model: capsules", "model: other")))
        .isEmpty();
  }
}
