package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangesRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {workers: {processes: 1, concurrency: 100-200 requests}}
      claims:
        - {id: "0", kind: claim, quantity: users.default, stated: 500-1000 users, lacks: nothing, says: out of the box}
        - {id: "1", kind: claim, quantity: users.total, stated: 50000-100000 users, lacks: nothing, says: the table}
        - {id: "2", kind: claim, quantity: users.conservative, stated: 10000 users, lacks: nothing, says: the conclusion}
        - {id: "3", kind: claim, quantity: hit.rate, stated: 70-80 percent, lacks: nothing, says: here}
        - {id: "4", kind: claim, quantity: hit.rate, stated: 50 percent, lacks: nothing, says: there}
      """;

  @Test
  void whatExcludesEachOtherIsTold() {
    assertThat(Linted.by(new RangesRule(), MODEL))
        .containsExactly(
            "error 4: hit.rate is stated as 50 percent here, and as 70-80 percent (3)",
            "error 2: users.conservative is stated as 10000 users, but users.default is 500-1000 users (0) and users.total is 50000-100000 users (1)",
            "error 0: users.default is stated as 500-1000 users, but the workers take 100-200 requests at once, and no rate per user is stated by which more users could share them");
  }

  @Test
  void twoGuessesOnOneLineAreNoFinding() {
    assertThat(
            Linted.by(
                new RangesRule(),
                MODEL.replace("users.", "guess.users.").replace("hit.rate", "guess.rate.line_7")))
        .isEmpty();
  }

  @Test
  void rangesThatMeetAreNoFinding() {
    assertThat(
            Linted.by(
                new RangesRule(),
                MODEL
                    .replace("50000-100000", "150-10000")
                    .replace(" 10000", " 150")
                    .replace(" 500-1000", " 100-200")
                    .replace("stated: 50 p", "stated: 75 p")))
        .isEmpty();
  }

  @Test
  void theWorstCaseIsNotAboveWhatIsCalculated() {
    assertThat(
            Linted.by(
                new RangesRule(),
                """
                model: orders
                document: A service and its pool
                claims:
                  - {id: "1", kind: derived, quantity: users.simultaneous, stated: 150 users, formula: "15 * 10", says: all at once}
                  - {id: "2", kind: claim, quantity: users.conservative, stated: 500-1000 users, lacks: nothing, says: all at once}
                """))
        .containsExactly(
            "error 2: users.conservative is stated as 500-1000 users, but users.simultaneous is 150"
                + " users (1)");
  }
}
