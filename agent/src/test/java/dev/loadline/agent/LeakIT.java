package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeakIT {

  private static final String SUSPECTS =
      "loadline_resource_leak_suspects{kind=\"pool\",resource=\"orders\",library=\"hikaricp\",}";
  private static final String FORGOTTEN = "dev.loadline.agent.LeakApp.forgets(LeakApp.java:";
  private static final String LATE = "dev.loadline.agent.LeakApp.returnsLate(LeakApp.java:";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;

  private ChildJvm start(String home, String agent, String... rest) throws Exception {
    return ChildJvm.start(home, directory, agent, List.of(), LeakApp.class, rest).ready();
  }

  private static String status(ChildJvm jvm) throws Exception {
    return jvm.get("/agent/status", "*/*").body();
  }

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void whatIsForgottenShowsWithItsStackAndWhatIsReturnedVanishes(String home) throws Exception {
    try (ChildJvm jvm = start(home, "port=0,leak_threshold=200")) {
      await().atMost(PATIENCE).until(() -> sample(jvm.metrics(), SUSPECTS) == 2);
      assertThat(status(jvm))
          .contains("\"resource\": \"orders\", \"library\": \"hikaricp\", \"held_seconds\": ")
          .containsSubsequence(
              "\"stack\": [\"com.zaxxer.hikari.HikariDataSource.getConnection(",
              FORGOTTEN,
              "\"stack\": [\"com.zaxxer.hikari.HikariDataSource.getConnection(",
              LATE);
      jvm.say("\n");
      await().atMost(PATIENCE).until(() -> jvm.out().contains("returned\n"));
      await().atMost(PATIENCE).until(() -> sample(jvm.metrics(), SUSPECTS) == 1);
      assertThat(status(jvm)).contains(FORGOTTEN).doesNotContain(LATE);
    }
  }

  @Test
  void aHoldBelowTheThresholdIsNoSuspect() throws Exception {
    try (ChildJvm jvm = start(System.getProperty("java.home"), "port=0,leak_threshold=3600000")) {
      assertThat(sample(jvm.metrics(), SUSPECTS)).isZero();
      assertThat(status(jvm)).contains("\"suspects\": []").doesNotContain("LeakApp");
    }
  }

  @Test
  void byDefaultNothingIsShown() throws Exception {
    try (ChildJvm jvm = start(System.getProperty("java.home"), "port=0")) {
      assertThat(jvm.metrics())
          .contains("loadline_resource_in_use{kind=\"pool\",resource=\"orders\"")
          .doesNotContain("leak_suspects");
      assertThat(status(jvm)).contains("\"leaks\": null").doesNotContain("LeakApp");
    }
  }

  @Test
  void thousandsOfBorrowsLeaveOneStackASecond() throws Exception {
    try (ChildJvm jvm = start(System.getProperty("java.home"), "port=0,leak_threshold=200", "3")) {
      String status = status(jvm);
      double seconds = sample(jvm.out(), "took ") / 1e9;
      assertThat(sample(jvm.out(), "borrowed ")).isGreaterThan(1000);
      assertThat(Integer.parseInt(status.replaceAll("(?s).*\"stacks_taken\": (\\d+).*", "$1")))
          .isBetween(1, (int) seconds + 1);
      assertThat(status).contains("\"suspects\": []");
      assertThat(sample(jvm.metrics(), SUSPECTS)).isZero();
    }
  }
}
