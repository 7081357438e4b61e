package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HospitalModelTest {
  private final ModelFile file = BuiltIn.model("hospital");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "003-04 | follows     | 60         | 20 connections + 40 connections = 60 connections",
        "003-09 | contradicts | 100-200    | 1 instance x 1 Uvicorn worker x 100-200 requests = 100-200 users",
        "003-14 | follows     | 1000       | high(users.stated) states 1000 users",
        "003-16 | advice      | 150        | with vertical: 50 connections + 100 connections = 150 connections",
        "003-17 | follows     | 2000-4000  | 500-1000 users x min((8 with vertical), (with vertical: 4 cores)) = 2000-4000 users",
        "003-19 | contradicts | 2000-4000  | 500-1000 users x (4 with replicas4) = 2000-4000 users",
        "003-21 | contradicts | 1000-10000 | 500-1000 users x (2-10 with cloud) = 1000-10000 users",
        "003-26 | follows     |            | computed: workers/workers at 2000 requests/s, pool/database at 3372 requests/s",
        "003-27 | follows     | 400-800    | with workers4: 1 instance x 4 workers x 100-200 requests = 400-800 concurrent requests",
        "003-28 | follows     | 2000       | 500 users x (4 with replicas4) = 2000 users",
        "003-29 | advice      | 200        | with pool200: 50 connections + 150 connections = 200 connections",
        "003-31 | unsupported | 125-200    | 100 requests / 500-800 requests/second = 125-200 milliseconds; that is with ab's 100 at once; which of the two tools measured is not said",
        "003-32 | contradicts | 0-200      | at most 200 milliseconds = 0-200 milliseconds",
        "003-35 | follows     | 4          | 2 cores x 1000 users / 500 users = 4 cores",
        "003-36 | unsupported | 20         | 2 cores x 5000 users / 500 users = 20 cores; why a user needs less there is not said",
        "003-37 | follows     | 50-100     | sizes.small.cost states 50-100 dollars/month"
      })
  void everyFigureHasItsSum(String id, String verdict, String computed, String sum) {
    CheckedClaim claim = BuiltIn.claim(file, id);
    assertThat(claim.verdict()).hasToString(verdict);
    assertThat(Objects.toString(claim.computed(), null)).isEqualTo(computed);
    assertThat(claim.explanation()).isEqualTo(sum);
  }

  @ParameterizedTest
  @CsvSource({
    "003-01, input",
    "003-08, input",
    "003-10, unsupported",
    "003-13, unsupported",
    "003-24, unsupported",
    "003-30, unsupported",
    "003-18, advice"
  })
  void whatHasNoSumIsSaidToHaveNone(String id, String verdict) {
    CheckedClaim claim = BuiltIn.claim(file, id);
    assertThat(claim.verdict()).hasToString(verdict);
    assertThat(claim.computed()).isNull();
  }

  @Test
  void withoutItsCacheTheDatabaseComesFirst() {
    CheckedClaim order =
        BuiltIn.claim(file.with(Map.of("resources.cache.hit_rate", "0 %")), "003-26");

    assertThat(order.verdict()).hasToString("contradicts");
    assertThat(order.explanation())
        .isEqualTo(
            "computed: pool/database at 848.5 requests/s, workers/workers at 2000 requests/s");
  }

  @Test
  void aSlowerTargetIsKept() {
    ModelFile slower = file.with(Map.of("objectives.p95", "<= 300 milliseconds"));

    assertThat(BuiltIn.claim(slower, "003-32").verdict()).hasToString("follows");
  }

  @Test
  void moreAtOnceInOneWorkerCarriesTheStatedUsers() {
    ModelFile wider = file.with(Map.of("resources.workers.concurrency", "500-1000 requests"));

    assertThat(BuiltIn.claim(wider, "003-09").verdict()).hasToString("follows");
  }
}
