package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MultipliedLimitRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources:
        limits: {kind: rate-limit, memory: process, classes: {api: {limit: 60 requests/minute}}}
        workers: {processes: 1}
      options:
        ten: {says: Ten instances, changes: {service.instances: 10}}
      """;

  @Test
  void everyCopyGrantsTheWholeLimit() {
    assertThat(Linted.by(new MultipliedLimitRule(), MODEL))
        .containsExactly(
            "warning resources.limits: resources.limits counts in the memory of each process: 10 copies with option ten; 60 requests/minute become 600 requests/minute; count in one place for all, or divide the limit");
  }

  @Test
  void aSharedLimiterIsNoFinding() {
    assertThat(
            Linted.by(
                new MultipliedLimitRule(), MODEL.replace("memory: process", "memory: shared")))
        .isEmpty();
  }

  @Test
  void theAutoscalersMaximumCounts() {
    assertThat(
            Linted.by(
                new MultipliedLimitRule(),
                MODEL.replace("options:", "service: {max_instances: 4}\noptions:")))
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains("4 copies now at 4 instances");
  }

  @Test
  void whatTheDocumentAdmitsIsANote() {
    String admits =
        """
        claims:
          - {id: "1", kind: gap, quantity: limits.ten, stated: 600 requests/minute, formula: "10 * limits.classes.api.limit", says: ten times}
        """;
    assertThat(Linted.by(new MultipliedLimitRule(), MODEL + admits))
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("note ");
  }
}
