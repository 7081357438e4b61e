package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Phase;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapsulesMillionModelTest {
  private final ModelFile file = BuiltIn.model("capsules-million");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "002-01 | input       | 15            | 5 connections + 10 connections = 15 connections",
        "002-03 | follows     | 50            | with pool: 20 connections + 30 connections = 50 connections",
        "002-04 | follows     | 500           | with fleet: 10 instances x 50 connections = 500 connections",
        "002-05 | gap         | 600           | with fleet: 10 limiters that do not know each other x 60 requests/minute = 600 requests/minute",
        "002-14 | unsupported |               | for how long a request holds a connection of pool is not stated",
        "002-15 | follows     | 3333-16670    | 1000-5000 users x 50 connections / 15 connections = 3333-16670 users",
        "002-16 | contradicts | 333.3-666.7   | 100-200 requests/second x 50 connections / 15 connections = 333.3-666.7 requests/second",
        "002-18 | unsupported | 3333-6667     | (with fleet: 10 instances) x 333.3-666.7 requests/second = 3333-6667 requests/second; the cache's hit rate and the share of reads, which would have to bring the rest, are not stated",
        "002-19 | follows     | 20-100        | 1000000 users / (100000-500000 users / (with fleet: 10 instances)) = 20-100 instances",
        "002-24 | follows     | 0-95          | any component = 0-95 percent",
        "002-25 | contradicts | 36            | mean of all components = 36 percent",
        "002-26 | follows     | 10000-50000   | (with ten_instances: 10 instances) x 1000-5000 users = 10000-50000 users"
      })
  void everyFigureHasItsSum(String id, String verdict, String computed, String sum) {
    CheckedClaim claim = BuiltIn.claim(file, id);
    assertThat(claim.verdict()).hasToString(verdict);
    assertThat(Objects.toString(claim.computed(), null)).isEqualTo(computed);
    assertThat(claim.explanation()).isEqualTo(sum);
  }

  @ParameterizedTest
  @CsvSource({"002-13, unsupported", "002-20, unsupported", "002-06, gap", "002-23, advice"})
  void whatHasNoSumIsSaidToHaveNone(String id, String verdict) {
    CheckedClaim claim = BuiltIn.claim(file, id);
    assertThat(claim.verdict()).hasToString(verdict);
    assertThat(claim.computed()).isNull();
  }

  @Test
  void aStatedHoldMakesTheServiceComputable() {
    ModelFile held = file.with(Map.of("resources.pool.hold", "100 milliseconds"));

    assertThat(BuiltIn.claim(held, "002-14").explanation())
        .isEqualTo("15 connections / 100 milliseconds held per request = 150 requests/second");
    assertThat(BuiltIn.claim(held, "002-16").computed()).hasToString("500");
  }

  @Test
  void aChangedPoolReachesWhatFollowsFromIt() {
    ModelFile bigger = file.with(Map.of("resources.pool.size", "15"));

    assertThat(BuiltIn.claim(bigger, "002-01").computed()).hasToString("25");
    assertThat(BuiltIn.claim(bigger, "002-16").computed()).hasToString("200-400");
    assertThat(BuiltIn.claim(bigger, "002-16").verdict()).hasToString("contradicts");
  }

  @Test
  void fifteenStepsTakeEightWeeks() {
    assertThat(file.model().phases())
        .extracting(Phase::weeks)
        .containsExactly("1-2", "3-4", "5-6", "7-8");
    assertThat(file.model().phases().stream().mapToInt(phase -> phase.items().size()).sum())
        .isEqualTo(15);
  }
}
