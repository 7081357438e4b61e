package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizeRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      users: {per_user: {cpu: 0.3 (0.1-0.5) percent of a core, memory: 3 MB}}
      sizes:
        small: {users: 1000-2000 users, cores: 4 cores, memory: 8 GB}
        large: {users: ">= 10000 users", cores: 80-160 cores, memory: 160-320 GB}
      """;

  @Test
  void whatTheUsersTakeIsNotThere() {
    assertThat(Linted.by(new SizeRule(), MODEL))
        .containsExactly(
            "error sizes.small: small is recommended for 1000-2000 users, but they take 6 cores of CPU (2000 users x 0.3 percent of a core), and it has 4 cores");
  }

  @Test
  void aLargerSizeIsNoFinding() {
    assertThat(Linted.by(new SizeRule(), MODEL.replace("4 cores", "6 cores"))).isEmpty();
  }
}
