package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsModelTest {
  private final ModelFile calls = BuiltIn.model("calls");

  @Test
  void allStatementsOfTheDocumentAreThereOnce() {
    assertThat(BuiltIn.ids(calls)).isEqualTo(BuiltIn.ids("004", 37));
  }

  @ParameterizedTest
  @CsvSource({
    "004-01, input, 10 connections",
    "004-02, input, 5 requests/15 minutes",
    "004-03, input, 30 messages/minute",
    "004-04, input, 100 requests/15 minutes",
    "004-05, input, 10 requests/hour",
    "004-06, input, 30 seconds",
    "004-07, gap, 5 maps",
    "004-13, advice, 50-100 connections",
    "004-16, unsupported, at least 50000 users",
    "004-17, input, 2-5 MB",
    "004-18, input, 0.1-0.5 percent of a core",
    "004-19, input, 10-50 kB/s",
    "004-20, input, 1-5 queries/minute",
    "004-29, input, 65536 connections",
    "004-35, tracked, 7 metrics"
  })
  void givenClaimsStateTheirFigures(String id, String verdict, String stated) {
    CheckedClaim claim = BuiltIn.claim(calls, id);
    assertThat(claim.verdict()).hasToString(verdict);
    assertThat(claim.claim().text()).isEqualTo(stated);
  }

  @ParameterizedTest
  @CsvSource({
    "004-08, contradicts, 10000-50000 sockets, 1333-2667",
    "004-09, follows, 1000-2000 users, 1000-2000",
    "004-10, contradicts, 5000-10000 users, 1000-2000",
    "004-11, follows, 50-100 queries/second, 50-100",
    "004-14, contradicts, 2000-5000 users, 333.3",
    "004-15, contradicts, 10000-50000 users, 1000-1667",
    "004-21, follows, 3 GB, 3",
    "004-22, follows, 3 cores, 3",
    "004-23, follows, 30 MB/s, 30",
    "004-24, follows, 50 queries/second, 50",
    "004-25, follows, 15 GB, 15",
    "004-26, follows, 15 cores, 15",
    "004-27, follows, 150 MB/s, 150",
    "004-28, follows, 250 queries/second, 250",
    "004-30, follows, 5000-10000 sockets, 5333",
    "004-31, follows, 25000-50000 sockets, 25000-50000",
    "004-32, follows, 1000-2000 users, 1333",
    "004-33, follows, 2000-10000 users, 5333-8000",
    "004-34, follows, at least 10000 users, 26670-53330",
    "004-36, follows, 5 x, 5",
    "004-37, follows, 200-500 messages/s, 250-500"
  })
  void claimsAreRecomputed(String id, String verdict, String stated, String computed) {
    CheckedClaim claim = BuiltIn.claim(calls, id);
    assertThat(claim.verdict()).hasToString(verdict);
    assertThat(claim.claim().text()).isEqualTo(stated);
    assertThat(claim.computed()).hasToString(computed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "004-08 | 4-8 GB / 3 MB per user = 1333-2667 sockets",
        "004-10 | 50-100 queries/second / 3 queries/minute = 1000-2000 users",
        "004-11 | 10 connections / 100-200 milliseconds = 50-100 queries/second",
        "004-14 | with level1: 1 process x 1 core / 0.3 percent of a core per user = 333.3 users",
        "004-15 | with level2: 3-5 instances x 1 process x 1 core / 0.3 percent of a core per user"
            + " = 1000-1667 users",
        "004-31 | with servers5: 5 instances x 5000-10000 sockets / 1 per user = 25000-50000"
            + " sockets",
        "004-36 | (with pool50: 50 connections / 100-200 milliseconds held per request) / (10"
            + " connections / 100-200 milliseconds held per request) = 5 x"
      })
  void sumsAreOneLine(String id, String explanation) {
    assertThat(BuiltIn.claim(calls, id).explanation()).isEqualTo(explanation);
  }

  @Test
  void coresAndNetworkEndBeforeThePoolThatIsCalledTheBottleneck() {
    CheckedClaim order = BuiltIn.claim(calls, "004-12");
    assertThat(order.verdict()).isEqualTo(CheckedClaim.Verdict.CONTRADICTS);
    assertThat(order.explanation())
        .isEqualTo(
            "computed: cpu/instances at 333.3 users, network/instances at 416.7 users, pool/mongodb"
                + " at 70.71 requests/s (1414 users), memory/instances at 1886 users,"
                + " sockets/sockets at 7071 users");
  }

  @ParameterizedTest
  @CsvSource({
    "pool50, pool/mongodb, 353.6",
    "pool100, pool/mongodb, 707.1",
    "cluster, cpu/instances, 1886",
    "redis_adapter, sockets/sockets, 27390",
    "servers5, sockets/sockets, 35360",
    "servers5_apart, sockets/sockets, 7071",
    "servers5_apart, rate-limit/messages, 2.5",
    "limiter_shared, rate-limit/messages, 0.5"
  })
  void everyOptionMovesWhatItIsAbout(String option, String resource, String at) {
    Ceiling ceiling =
        Outlook.of(BuiltIn.option(calls, option), Picks.middle()).ceiling(resource).orElseThrow();
    assertThat(Span.text(ceiling.at())).isEqualTo(at);
  }

  @Test
  void severalServersNeedASharedLimiterToKeepALimit() {
    ModelFile shared =
        BuiltIn.option(calls, "servers5").with(Map.of("resources.ratelimit.memory", "shared"));
    assertThat(Outlook.of(shared, Picks.middle()).ceiling("rate-limit/messages").orElseThrow().at())
        .isEqualTo(0.5);
  }

  @Test
  void aChangedInputReachesAllThatFollowsFromIt() {
    ModelFile slower = calls.with(Map.of("resources.pool.hold", "1 s"));
    assertThat(BuiltIn.claim(slower, "004-09").computed()).hasToString("200");
    assertThat(BuiltIn.claim(slower, "004-09").verdict())
        .isEqualTo(CheckedClaim.Verdict.CONTRADICTS);
    assertThat(BuiltIn.claim(slower, "004-37").computed()).hasToString("50");
  }

  @Test
  void aFasterLineAndAProcessForEachCoreLeaveThePoolFirst() {
    ModelFile faster =
        calls.with(Map.of("service.network", "1 Gbit/s", "resources.node.cores", "8 cores"));
    assertThat(Outlook.of(faster, Picks.middle()).bottleneck().orElseThrow().resource())
        .isEqualTo("pool/mongodb");
    assertThat(BuiltIn.claim(faster, "004-12").verdict()).isEqualTo(CheckedClaim.Verdict.FOLLOWS);
  }
}
