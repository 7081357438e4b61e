package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.JdkHttpServerProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Versions(probe = JdkHttpServerProbe.class, artifact = Versions.JDK)
class AgentIT {

  private static final String POOL = "{kind=\"pool\",resource=\"orders\",library=\"hikaricp\",}";
  private static final String HOME = System.getProperty("java.home");

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void knownHoldsGiveKnownIntegrals(String home) throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), PoolApp.class, "tell").ready()) {
      String metrics = jvm.metrics();
      double held = sample(jvm.out(), "held") / 1e9;
      double timeout = sample(metrics, "loadline_resource_hold_seconds_sum" + POOL) - held;
      assertThat(timeout).as("two connections over one timeout of 250 ms").isBetween(0.45, 5.0);
      assertThat(sample(metrics, "loadline_resource_in_use_seconds_total" + POOL))
          .isCloseTo(held + timeout, within(1e-3));
      // Alone during the known holds, nearly always in pairs during the timeout.
      assertThat(sample(metrics, "loadline_resource_in_use_squared_seconds_total" + POOL))
          .isBetween(held + 1.3 * timeout, held + 2 * timeout + 1e-3);
      assertThat(sample(metrics, "loadline_resource_acquired_total" + POOL)).isEqualTo(6);
      assertThat(sample(metrics, "loadline_resource_timeouts_total" + POOL)).isEqualTo(1);
      assertThat(sample(metrics, "loadline_resource_limit" + POOL)).isEqualTo(2);
      assertThat(sample(metrics, "loadline_resource_in_use" + POOL)).isZero();
      assertThat(sample(metrics, "loadline_resource_waiting" + POOL)).isZero();
      assertThat(sample(metrics, "loadline_resource_in_use_peak" + POOL)).isEqualTo(2);
      assertThat(sample(metrics, "loadline_resource_busy_seconds_total" + POOL))
          .isBetween(0.12, held);
      assertThat(sample(metrics, "db_client_connection_max{")).isEqualTo(2);
    }
  }

  @EachVersion
  void requestsAreCountedByRouteAndStatusAndTheAgentsOwnAreNot(String home) throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), PoolApp.class).ready()) {
      jvm.metrics();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                String metrics = jvm.metrics();
                assertThat(request(metrics, "/orders", "200", "jdk-httpserver")).isEqualTo(2);
                assertThat(request(metrics, "/orders", "404", "jdk-httpserver")).isEqualTo(1);
                assertThat(metrics).doesNotContain("http_route=\"/metrics\"");
                assertThat(
                        sample(
                            metrics,
                            "loadline_resource_acquired_total{kind=\"requests\",resource=\"http\""))
                    .isEqualTo(3);
              });
      assertThat(jvm.metrics())
          .contains("jvm_memory_used_bytes{", "jvm_cpu_time_seconds_total ", "target_info{");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void tomcatRoutesArePatterns(String home) throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), TomcatApp.class, directory.toString())
            .ready()) {
      String metrics = jvm.metrics();
      assertThat(request(metrics, "/shop/*", "200", "tomcat")).isEqualTo(2);
      assertThat(request(metrics, "/shop/{id}", "200", "tomcat")).isEqualTo(1);
      assertThat(request(metrics, "/shop/*", "410", "tomcat")).isEqualTo(1);
    }
  }

  private static double request(String metrics, String route, String status, String library) {
    return sample(
        metrics,
        "http_server_request_duration_seconds_count{http_request_method=\"GET\",http_route=\""
            + route
            + "\",http_response_status_code=\""
            + status
            + "\",library=\""
            + library);
  }

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void nonsenseArgumentsChangeNeitherOutputNorExitCode(String home) throws Exception {
    try (ChildJvm bare = ChildJvm.start(home, directory, null, List.of(), PoolApp.class).ready();
        ChildJvm jvm =
            ChildJvm.start(
                    home, directory, "prot=9,enabled=perhaps,=,\u00e4", List.of(), PoolApp.class)
                .ready()) {
      assertThat(jvm.exit()).isEqualTo(bare.exit()).isEqualTo(3);
      assertThat(jvm.out()).isEqualTo(bare.out());
      assertThat(jvm.err())
          .containsOnlyOnce("loadline: unknown argument \"prot\", the nearest is port; ")
          .contains("enabled=\"perhaps\" is not true or false, true holds");
    }
  }

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void theSeamIsDefinedWithoutWarnings(String home) throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of("-Xshare:auto"), PoolApp.class).ready()) {
      String status = jvm.get("/agent/status", "*/*").body();
      assertThat(status)
          .contains("\"seam\": \"defined\"")
          .contains("\"name\": \"hikaricp\", \"state\": \"matched\"")
          .contains("\"name\": \"tomcat\", \"state\": \"absent\"")
          .doesNotContain("broken\": {");
      assertThat(jvm.err().lines().filter(line -> !line.startsWith("SLF4J")))
          .allMatch(line -> line.startsWith("loadline: metrics at "));
    }
  }

  @Test
  void theKillSwitchFileTurnsTheHooksOffAndOn() throws Exception {
    Path file = directory.resolve("off");
    try (ChildJvm jvm =
        ChildJvm.start(HOME, directory, "port=0,kill_switch=" + file, List.of(), PoolApp.class)
            .ready()) {
      assertThat(sample(jvm.metrics(), "loadline_agent_enabled")).isEqualTo(1);
      Files.createFile(file);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> sample(jvm.metrics(), "loadline_agent_enabled") == 0);
      Files.delete(file);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> sample(jvm.metrics(), "loadline_agent_enabled") == 1);
    }
  }

  @Test
  void disabledFromTheStartMeasuresNothing() throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(HOME, directory, "port=0,enabled=false", List.of(), PoolApp.class).ready()) {
      assertThat(jvm.metrics())
          .contains("loadline_agent_enabled 0.0")
          .doesNotContain("loadline_resource_acquired_total{kind=\"pool\"");
    }
  }

  @Test
  void theProcessTellsItsDescriptorsAndWhoIsConnectedToIt() throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(HOME, directory, "port=0", List.of(), PoolApp.class).ready()) {
      String metrics = jvm.metrics();
      String descriptors = "{kind=\"descriptors\",resource=\"process\",library=\"jvm\",}";
      double open = sample(metrics, "loadline_resource_in_use" + descriptors);
      assertThat(open).isGreaterThan(3).isEqualTo(sample(metrics, "process_open_fds "));
      assertThat(sample(metrics, "loadline_resource_limit" + descriptors))
          .isGreaterThan(open)
          .isEqualTo(sample(metrics, "process_max_fds "));
      assertThat(sample(metrics, "process_uptime_seconds ")).isPositive();
      // A table that takes too long on a busy machine is read again after a minute.
      await()
          .atMost(Duration.ofMinutes(5))
          .untilAsserted(
              () ->
                  assertThat(jvm.metrics())
                      .contains("loadline_sockets{kind=\"sockets\",state=\"listen\""));
    }
  }

  @Test
  void openMetricsIsAnsweredWhereItIsAccepted() throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(HOME, directory, "port=0", List.of(), PoolApp.class).ready()) {
      var answer = jvm.get("/metrics", "application/openmetrics-text; version=1.0.0");
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/openmetrics-text");
      assertThat(answer.body()).endsWith("# EOF\n");
    }
  }
}
