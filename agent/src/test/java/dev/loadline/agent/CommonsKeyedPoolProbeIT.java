package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.agent.probes.CommonsKeyedPoolProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = CommonsKeyedPoolProbe.class,
    artifact = "org.apache.commons:commons-pool2",
    works = {"2.0", "2.4.3", "2.10.0", "2.13.1"})
class CommonsKeyedPoolProbeIT {

  private static final String LIBRARY = "commons-pool2-keyed";

  @TempDir Path directory;

  @EachVersion
  void allKeysTogetherAreOneResource(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "KeyedPoolApp", library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "KeyedPoolApp").ready()) {
      String metrics = jvm.metrics();
      knownWaitsAndHolds(jvm.out(), metrics, library.endsWith(":2.0") ? "orders1" : "orders");
      assertThat(value(metrics, "acquired_total", LIBRARY)).isEqualTo(5);
      assertThat(metrics)
          .as("no total, no limit")
          .doesNotContain("loadline_resource_limit" + pool(LIBRARY), "db_client_connection_");
      assertThat(metrics.lines().filter(line -> line.startsWith("loadline_resource_acquired")))
          .filteredOn(line -> line.contains("kind=\"pool\""))
          .hasSize(2);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"" + LIBRARY + "\", \"state\": \"matched\"")
          .doesNotContainPattern("\"errors\": [1-9]");
    }
  }

  private static void knownWaitsAndHolds(String out, String metrics, String name) {
    double held = value(metrics, "hold_seconds_sum", name);
    assertThat(held)
        .isBetween(sample(out, "held_low ") / 1e9, sample(out, "held_high ") / 1e9)
        .isGreaterThan(0.6);
    assertThat(value(metrics, "in_use_seconds_total", name)).isCloseTo(held, within(1e-3));
    assertThat(value(metrics, "wait_seconds_sum", name))
        .isBetween(sample(out, "waited_low ") / 1e9, sample(out, "waited_high ") / 1e9)
        .isGreaterThan(0.25);
    assertThat(value(metrics, "acquired_total", name)).isEqualTo(7);
    assertThat(value(metrics, "hold_seconds_count", name)).isEqualTo(7);
    assertThat(value(metrics, "timeouts_total", name))
        .isEqualTo(sample(out, "timed_out "))
        .isEqualTo(1);
    assertThat(value(metrics, "failures_total", name))
        .isEqualTo(sample(out, "failed "))
        .isEqualTo(1);
    assertThat(value(metrics, "wait_seconds_count", name)).isEqualTo(9);
    assertThat(value(metrics, "limit", name)).isEqualTo(2);
    assertThat(value(metrics, "in_use_peak", name))
        .as("of two that may change hands before the first has left the pool")
        .isBetween(2.0, 3.0);
    assertThat(value(metrics, "in_use", name)).isZero();
    assertThat(value(metrics, "waiting", name)).isZero();
  }

  @Test
  void statementsThatDbcpKeepsAreNoPools() throws Exception {
    JdbcPool statements =
        new JdbcPool(
            "dbcp2",
            "org.apache.commons.dbcp2.BasicDataSource",
            "username=x",
            "password=x",
            "driverClassName=dev.loadline.agent.StubDriver",
            "url=jdbc:stub:orders",
            "maxTotal=3",
            "maxWaitMillis=1500",
            "jmxName=orders",
            "poolPreparedStatements=true",
            "maxOpenPreparedStatements=7");
    String classPath = Libraries.classPath("org.apache.commons:commons-dbcp2:2.14.0");
    try (ChildJvm jvm = statements.start(System.getProperty("java.home"), directory, classPath)) {
      statements.agrees(jvm, "orders", true);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"" + LIBRARY + "\", \"state\": \"matched\"");
      assertThat(jvm.metrics()).doesNotContain("library=\"" + LIBRARY + "\"");
    }
  }

  private static double value(String metrics, String name, String pool) {
    return sample(metrics, "loadline_resource_" + name + pool(pool));
  }

  private static String pool(String name) {
    return "{kind=\"pool\",resource=\"" + name + "\",library=\"" + LIBRARY + "\",}";
  }
}
