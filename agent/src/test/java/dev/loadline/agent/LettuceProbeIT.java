package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.LettuceProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = LettuceProbe.class,
    artifact = "io.lettuce:lettuce-core",
    works = {
      "5.0.0.RELEASE",
      "5.1.8.RELEASE",
      "5.3.7.RELEASE",
      "6.0.9.RELEASE",
      "6.8.2.RELEASE",
      "7.7.0.RELEASE"
    })
class LettuceProbeIT {

  private static final String LIBRARY = "io.lettuce:lettuce-core:";
  private static final String REDIS = "com.github.codemonstur:embedded-redis:1.4.3";
  private static final String POOL = "org.apache.commons:commons-pool2:2.13.1";
  private static final String NEWEST = LIBRARY + "7.7.0.RELEASE";

  @TempDir Path directory;

  @EachVersion
  void commandsAreThoseThatTheApplicationSentAndTheServerCounted(String library, String home)
      throws Exception {
    try (ChildJvm jvm = start(home, "port=0", library)) {
      try {
        settled(jvm);
        assertThat(jvm.get("/agent/status", "*/*").body())
            .contains("\"name\": \"lettuce\", \"state\": \"matched\"")
            .doesNotContainPattern("lettuce[^}]*\"errors\": [1-9]");
        String metrics = jvm.metrics();
        commands(jvm.out(), metrics);
        String server = "localhost:" + port(jvm.out());
        lookups(metrics, server, 3 + 1 + 2 + 100 + 1 + 1, 4 + 2 + 2 + 100 + 1 + 1);
        pool(metrics);
      } finally {
        assertThat(jvm.exit()).isZero();
      }
    }
  }

  /** The last commands may end a moment after the application has got its answers. */
  private static void settled(ChildJvm jvm) throws Exception {
    String active = "loadline_client_active_operations{server_address=\"localhost\"";
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(sample(jvm.metrics(), active)).as("one waits for ever").isEqualTo(1));
  }

  private ChildJvm start(String home, String agent, String library) throws Exception {
    String classPath = Libraries.application(directory, "LettuceApp", library, REDIS, POOL);
    return ChildJvm.start(home, directory, agent, List.of(), classPath, "LettuceApp").ready();
  }

  private static void commands(String out, String metrics) {
    for (String name :
        List.of("SET", "GET", "HSET", "HGET", "MGET", "INCR", "BLPOP", "MULTI", "EXEC", "ECHO")) {
      assertThat(count(metrics, name, out))
          .as(name)
          .isEqualTo(sample(out, "sent_" + name + " "))
          .isEqualTo(sample(out, "server_" + name + " "));
    }
    assertThat(
            sample(
                metrics,
                operation("count", "INCR", out)
                    + "error_type=\"io.lettuce.core.RedisCommandExecutionException\""))
        .isEqualTo(1);
    assertThat(
            sample(
                metrics,
                operation("count", "BRPOP", out)
                    + "error_type=\"java.util.concurrent.CancellationException\""))
        .isEqualTo(1);
    assertThat(sample(metrics, operation("sum", "BLPOP", out))).isGreaterThan(0.9);
  }

  private static void lookups(String metrics, String resource, int hits, int misses) {
    String cache = "{kind=\"cache\",resource=\"" + resource + "\",library=\"lettuce\",}";
    assertThat(sample(metrics, "loadline_resource_hits_total" + cache)).isEqualTo(hits);
    assertThat(sample(metrics, "loadline_resource_misses_total" + cache)).isEqualTo(misses);
  }

  private static void pool(String metrics) {
    String pool = "{kind=\"pool\",resource=\"lettuce-1\",library=\"commons-pool2\",}";
    assertThat(sample(metrics, "loadline_resource_acquired_total" + pool)).isEqualTo(3);
    assertThat(sample(metrics, "loadline_resource_hold_seconds_count" + pool)).isEqualTo(3);
    assertThat(sample(metrics, "loadline_resource_limit" + pool)).isEqualTo(1);
    assertThat(sample(metrics, "loadline_resource_in_use" + pool)).isZero();
  }

  @Test
  void keysAreToldApartByTheirBeginningWhereThatIsAskedFor() throws Exception {
    String home = System.getProperty("java.home");
    for (String version : List.of(LIBRARY + "5.0.0.RELEASE", NEWEST)) {
      try (ChildJvm jvm = start(home, "port=0,redis_prefixes=session:;cart:", version)) {
        try {
          settled(jvm);
          String metrics = jvm.metrics();
          String server = "localhost:" + port(jvm.out());
          lookups(metrics, server + "/session:", 3 + 2 + 100 + 1 + 1, 0);
          lookups(metrics, server + "/cart:", 1, 4 + 1 + 1 + 100 + 1);
          lookups(metrics, server + "/other", 0, 1 + 1 + 1);
          assertThat(metrics).doesNotContain("resource=\"" + server + "\"", "elsewhere");
        } finally {
          assertThat(jvm.exit()).isZero();
        }
      }
    }
  }

  /** The peak is told once, to the first who asks. */
  @Test
  void commandsInFlightAreCountedFromTheirBeingGivenToTheConnection() throws Exception {
    try (ChildJvm jvm = start(System.getProperty("java.home"), "port=0", NEWEST)) {
      try {
        assertThat(
                sample(
                    jvm.metrics(),
                    "loadline_client_active_operations_peak{server_address=\"localhost\""))
            .isGreaterThanOrEqualTo(400);
      } finally {
        assertThat(jvm.exit()).isZero();
      }
    }
  }

  private static int port(String out) {
    return (int) sample(out, "port ");
  }

  private static String operation(String suffix, String name, String out) {
    return "db_client_operation_duration_seconds_"
        + suffix
        + "{db_system_name=\"redis\",db_operation_name=\""
        + name
        + "\",server_address=\"localhost\",server_port=\""
        + port(out)
        + "\",";
  }

  /** How often this was asked, whatever came of it. */
  private static double count(String metrics, String name, String out) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(operation("count", name, out)))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
