package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.agent.probes.JedisProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = JedisProbe.class,
    artifact = "redis.clients:jedis",
    works = {"2.9.0", "3.0.1", "3.10.0", "4.0.1", "4.4.8", "5.2.0", "6.2.0", "7.5.3", "8.0.2"},
    broken = "2.4.2")
class JedisProbeIT {

  private static final String LIBRARY = "redis.clients:jedis:";
  private static final String REDIS = "com.github.codemonstur:embedded-redis:1.4.3";
  private static final String HOME = System.getProperty("java.home");

  @TempDir Path directory;

  @EachVersion
  void commandsAreThoseThatTheApplicationSentAndTheServerCounted(String library, String home)
      throws Exception {
    run(
        home,
        "port=0",
        Libraries.application(directory, "JedisApp", library, REDIS),
        "JedisApp",
        (out, status, metrics) -> {
          assertThat(status)
              .contains("\"name\": \"jedis\", \"state\": \"matched\"")
              .contains("\"name\": \"commons-pool2\", \"state\": \"matched\"")
              .doesNotContainPattern("(jedis|pool2)[^}]*\"errors\": [1-9]");
          commands(out, metrics);
          lookups(out, metrics);
          pool(out, metrics);
          assertThat(metrics).doesNotContain("db_client_connection_");
        });
  }

  private interface Facts {
    void hold(String out, String status, String metrics);
  }

  /** Ends the application by itself, for it has a Redis to stop. */
  private void run(String home, String agent, String classPath, String main, Facts facts)
      throws Exception {
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, agent, List.of(), classPath, main).ready()) {
      try {
        facts.hold(jvm.out(), jvm.get("/agent/status", "*/*").body(), jvm.metrics());
      } finally {
        assertThat(jvm.exit()).isZero();
      }
    }
  }

  private static void commands(String out, String metrics) {
    for (String name :
        List.of("SET", "GET", "HSET", "HGET", "MGET", "INCR", "BLPOP", "MULTI", "EXEC")) {
      assertThat(count(metrics, name, (int) sample(out, "port ")))
          .as(name)
          .isEqualTo(sample(out, "sent_" + name + " "))
          .isEqualTo(sample(out, "server_" + name + " "));
    }
    String failed =
        operation("count", "INCR", (int) sample(out, "port "))
            + "error_type=\"redis.clients.jedis.exceptions.JedisDataException\"";
    assertThat(sample(metrics, failed)).isEqualTo(2);
    assertThat(sample(metrics, operation("sum", "BLPOP", (int) sample(out, "port "))))
        .isGreaterThan(0.9);
    assertThat(sample(metrics, "loadline_client_active_operations" + server(out))).isZero();
    assertThat(sample(metrics, "loadline_client_active_operations_peak" + server(out)))
        .isGreaterThanOrEqualTo(1);
    double refused = count(metrics, "GET", (int) sample(out, "refused_port "));
    assertThat(refused).isEqualTo(sample(out, "refused ")).isEqualTo(3);
  }

  private static void lookups(String out, String metrics) {
    String cache = "{kind=\"cache\",resource=\"localhost:" + port(out) + "\",library=\"jedis\",}";
    double pooled = sample(out, "pooled ");
    assertThat(sample(metrics, "loadline_resource_hits_total" + cache))
        .as("of 7 gets 3, of 3 hgets 1, of 4 keys 2, of 200 in a pipeline 100")
        .isEqualTo(3 + 1 + 2 + 100 + pooled);
    assertThat(sample(metrics, "loadline_resource_misses_total" + cache))
        .isEqualTo(4 + 2 + 2 + 100);
  }

  private static void pool(String out, String metrics) {
    double held = value(metrics, "hold_seconds_sum", "jedis-1");
    assertThat(held)
        .isBetween(sample(out, "held_low ") / 1e9, sample(out, "held_high ") / 1e9)
        .isGreaterThan(1.2);
    assertThat(value(metrics, "in_use_seconds_total", "jedis-1")).isCloseTo(held, within(1e-3));
    assertThat(value(metrics, "wait_seconds_sum", "jedis-1")).isGreaterThan(0.149);
    assertThat(value(metrics, "acquired_total", "jedis-1")).isEqualTo(6);
    assertThat(value(metrics, "limit", "jedis-1")).isEqualTo(2);
    assertThat(value(metrics, "in_use", "jedis-1")).isZero();
    assertThat(value(metrics, "waiting", "jedis-1")).isZero();
    assertThat(value(metrics, "timeouts_total", "carts"))
        .isEqualTo(sample(out, "timed_out "))
        .isEqualTo(1);
    assertThat(value(metrics, "limit", "carts")).isEqualTo(1);
  }

  @Test
  void keysAreToldApartByTheirBeginningWhereThatIsAskedFor() throws Exception {
    for (String version : List.of("3.10.0", "8.0.2")) {
      String classPath = Libraries.application(directory, "JedisApp", LIBRARY + version, REDIS);
      run(
          HOME,
          "port=0,redis_prefixes=session:;cart:",
          classPath,
          "JedisApp",
          (out, status, metrics) -> {
            String server = "localhost:" + port(out);
            double pooled = sample(out, "pooled ");
            assertThat(hits(metrics, server + "/session:")).isEqualTo(3 + 2 + 100 + pooled);
            assertThat(misses(metrics, server + "/session:")).isZero();
            assertThat(hits(metrics, server + "/cart:")).isEqualTo(1);
            assertThat(misses(metrics, server + "/cart:")).isEqualTo(4 + 1 + 1 + 100);
            assertThat(hits(metrics, server + "/other")).isZero();
            assertThat(misses(metrics, server + "/other")).isEqualTo(2);
            assertThat(metrics)
                .doesNotContain("resource=\"" + server + "\"", "elsewhere", "cart:all");
          });
    }
  }

  @EachVersion(broken = true)
  void aVersionWithoutTheHookedMethodIsBroken(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "OldJedisApp", library, REDIS);
    run(
        home,
        "port=0",
        classPath,
        "OldJedisApp",
        (out, status, metrics) -> {
          assertThat(status)
              .contains("\"name\": \"jedis\", \"state\": \"broken\"")
              .contains(
                  "\"class\": \"redis.clients.jedis.Connection\","
                      + " \"member\": \"readProtocolWithCheckingBroken\"")
              .contains("jedis-2.4.2.jar");
          assertThat(metrics).doesNotContain("db_client_operation_duration");
        });
  }

  private static double hits(String metrics, String resource) {
    return sample(metrics, "loadline_resource_hits_total" + cache(resource));
  }

  private static double misses(String metrics, String resource) {
    return sample(metrics, "loadline_resource_misses_total" + cache(resource));
  }

  private static String cache(String resource) {
    return "{kind=\"cache\",resource=\"" + resource + "\",library=\"jedis\",}";
  }

  private static int port(String out) {
    return (int) sample(out, "port ");
  }

  private static String server(String out) {
    return "{server_address=\"localhost\",server_port=\"" + port(out) + "\",library=\"jedis\",}";
  }

  private static double value(String metrics, String name, String pool) {
    return sample(
        metrics,
        "loadline_resource_"
            + name
            + "{kind=\"pool\",resource=\""
            + pool
            + "\",library=\"commons-pool2\",}");
  }

  private static String operation(String suffix, String name, int port) {
    return "db_client_operation_duration_seconds_"
        + suffix
        + "{db_system_name=\"redis\",db_operation_name=\""
        + name
        + "\",server_address=\"localhost\",server_port=\""
        + port
        + "\",";
  }

  /** How often this was asked, whatever came of it. */
  private static double count(String metrics, String name, int port) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(operation("count", name, port)))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
