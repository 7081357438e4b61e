package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {size: 10 connections}}
      options: {bigger: {says: A bigger pool, changes: {resources.pool.sise: 20}}}
      ladder: {first: {says: A bigger pool, changes: {resources.pool.size: big}}}
      """;

  @Test
  void changesThatFitNowhere() {
    assertThat(Linted.by(new ChangeRule(), MODEL))
        .containsExactly(
            "error options.bigger: unknown key 'sise' under resources.pool; did you mean 'size'?",
            "error ladder.first: 'big' does not suit resources.pool.size: write a figure and its unit, as 150 requests/second, 50-200 ms, 100 (50-200) ms or >= 10000 users; it takes a number such as 15, 100-200 or 0.3 percent of a core");
  }

  @Test
  void changesThatFitAreNoFinding() {
    assertThat(
            Linted.by(
                new ChangeRule(), MODEL.replace("sise", "size").replace("size: big", "size: 30")))
        .isEmpty();
  }
}
