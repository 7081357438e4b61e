package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitPerAddressRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources:
        limits: {kind: rate-limit, classes: {api: {limit: 60 requests/minute, key: address}}}
      claims:
        - {id: "1", kind: input, quantity: limits.api, of: limits.classes.api.limit, says: a limit}
        - {id: "2", kind: derived, quantity: users.at_limit, stated: 100 users, formula: "6000 [requests/minute] / limits.api", says: a sum}
      """;

  @Test
  void addressesAreNotUsers() {
    assertThat(Linted.by(new LimitPerAddressRule(), MODEL))
        .containsExactly(
            "warning resources.limits.classes.api: 60 requests/minute is counted by address, and users.at_limit (2) takes it for a limit of each user: users behind one address share it");
  }

  @Test
  void aLimitForEachUserIsNoFinding() {
    assertThat(Linted.by(new LimitPerAddressRule(), MODEL.replace("key: address", "key: user")))
        .isEmpty();
  }
}
