package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool
      resources: {pool: {size: 15 connections, hold: 100 ms}}
      claims:
        - {id: "1", kind: claim, quantity: users.total, stated: 50000 users, lacks: a rate, says: many}
        - {id: "2", kind: derived, quantity: pool.throughput, stated: 200 requests/second, formula: "pool.size / pool.hold", says: a sum}
        - {id: "3", kind: derived, quantity: pool.per_minute, stated: 150 requests/minute, formula: "pool.size / pool.hold", says: a sum}
      """;

  @Test
  void aMistakeIsToldOnceByTheRuleThatKnowsWhy() {
    assertThat(found(MODEL)).containsExactly("unit-slip 3", "arithmetic 2", "no-sum claims");
  }

  @Test
  void whatIsAcceptedIsSilent() {
    assertThat(found(MODEL + "accepts: {no-sum: said to be a guess, arithmetic: rounded}"))
        .containsExactly("unit-slip 3");
  }

  @Test
  void findingsNameTheirLines() {
    assertThat(Report.of(ModelFile.parse("orders.yaml", MODEL), List.of()).findings().get(0))
        .hasToString(
            "orders.yaml:7: error: pool.per_minute is stated as 150 requests/minute, but 15 connections / 100 ms = 9000 requests/minute: 60 is the factor between seconds and minutes, or minutes and hours [unit-slip]");
  }

  private static List<String> found(String model) {
    return Report.of(ModelFile.parse("orders.yaml", model), List.of()).findings().stream()
        .map(finding -> finding.rule() + " " + finding.subject())
        .toList();
  }
}
