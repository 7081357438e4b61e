package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoSumRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      claims:
        - {id: "1", kind: claim, quantity: ladder.users, stated: 50000-100000 users, lacks: the number of instances, says: several instances}
        - {id: "2", kind: claim, quantity: cache.factor, stated: 2-3 x, lacks: a hit rate, says: a cache}
        - {id: "3", kind: claim, quantity: cost, stated: 50 dollars/month, lacks: a price, says: cheap}
      """;

  @Test
  void oneNoteForAllOfThem() {
    assertThat(Linted.by(new NoSumRule(), MODEL))
        .containsExactly("note claims: capacities that nothing in the document gives: 1 and 2");
  }

  @Test
  void sumsAreNoFinding() {
    assertThat(
            Linted.by(
                new NoSumRule(),
                MODEL
                    .replace("lacks: the number of instances", "formula: \"10 * 5000\"")
                    .replace("lacks: a hit rate", "formula: \"2\"")))
        .isEmpty();
  }
}
