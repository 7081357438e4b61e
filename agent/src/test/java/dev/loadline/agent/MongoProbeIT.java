package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.MongoProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Versions(
    probe = MongoProbe.class,
    artifact = "org.mongodb:mongodb-driver-sync",
    works = {"3.12.14", "4.11.5", "5.14.0"})
class MongoProbeIT {

  private static final String NEWEST_REACTIVE = "5.8.1";
  private static final String TYPE = "com.mongodb.internal.connection.DefaultConnectionPool";
  private static final String POOL = "{kind=\"pool\",resource=\"mongodb-1\",library=\"mongodb\",}";

  @TempDir Path directory;

  @EachVersion
  void commandsHoldAConnectionAndWaitForIt(String library, String home) throws Exception {
    String classPath =
        Libraries.application(
            directory, "MongoApp", library, "de.bwaldvogel:mongo-java-server:1.47.0");
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "MongoApp").ready()) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"mongodb\", \"state\": \"matched\"");
      knownWaitsAndHolds(jvm.out(), jvm.metrics());
    }
  }

  private static void knownWaitsAndHolds(String out, String metrics) {
    double held = value(metrics, "hold_seconds_sum");
    double taken = sample(out, "taken") / 1e9;
    assertThat(held).isBetween(sample(out, "held_low") / 1e9, taken).isGreaterThan(1.8);
    assertThat(value(metrics, "in_use_seconds_total")).isCloseTo(held, within(1e-3));
    assertThat(value(metrics, "wait_seconds_sum")).isBetween(1.64, taken - held);
    assertThat(value(metrics, "acquired_total")).isEqualTo(sample(out, "commands")).isEqualTo(6);
    assertThat(value(metrics, "timeouts_total")).isEqualTo(sample(out, "timed_out")).isEqualTo(1);
    assertThat(value(metrics, "failures_total")).isZero();
    assertThat(value(metrics, "wait_seconds_count")).isEqualTo(7);
    assertThat(value(metrics, "limit")).isEqualTo(1);
    assertThat(value(metrics, "in_use")).isZero();
    assertThat(value(metrics, "waiting")).isZero();
  }

  private static double value(String metrics, String name) {
    return sample(metrics, "loadline_resource_" + name + POOL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.11.5", NEWEST_REACTIVE})
  void reactiveCommandsHoldAConnectionAndWaitForIt(String version) throws Exception {
    String classPath = reactive(version);
    List<String> homes = ChildJvm.javaHomes().collect(Collectors.toList());
    for (String home : version.equals(NEWEST_REACTIVE) ? homes : homes.subList(0, 1)) {
      try (ChildJvm jvm = start(home, classPath, "MongoReactiveApp")) {
        String out = jvm.out();
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() -> knownReactiveWaitsAndHolds(out, jvm.metrics()));
        assertThat(jvm.get("/agent/status", "*/*").body())
            .contains("\"name\": \"mongodb\", \"state\": \"matched\"")
            .doesNotContainPattern("\"errors\": [1-9]");
      }
    }
  }

  private static void knownReactiveWaitsAndHolds(String out, String metrics) {
    double held = value(metrics, "hold_seconds_sum");
    assertThat(held).isGreaterThan(sample(out, "held_low") / 1e9).isGreaterThan(1.8);
    assertThat(value(metrics, "in_use_seconds_total")).isCloseTo(held, within(1e-3));
    assertThat(value(metrics, "wait_seconds_sum")).isGreaterThan(1.69);
    assertThat(value(metrics, "acquired_total")).isEqualTo(sample(out, "commands")).isEqualTo(6);
    assertThat(value(metrics, "hold_seconds_count")).isEqualTo(6);
    assertThat(value(metrics, "timeouts_total")).isEqualTo(sample(out, "timed_out")).isEqualTo(1);
    assertThat(value(metrics, "failures_total")).isZero();
    assertThat(value(metrics, "wait_seconds_count")).isEqualTo(sample(out, "asked")).isEqualTo(7);
    assertThat(value(metrics, "limit")).isEqualTo(1);
    assertThat(value(metrics, "in_use")).isZero();
    assertThat(value(metrics, "waiting")).isZero();
  }

  @Test
  void reactiveCommandsOfAnOlderDriverAreNotSeen() throws Exception {
    try (ChildJvm jvm =
        start(System.getProperty("java.home"), reactive("4.9.1"), "MongoReactiveApp")) {
      assertThat(sample(jvm.out(), "commands")).isEqualTo(6);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"mongodb\", \"state\": \"matched\"");
      assertThat(jvm.metrics()).doesNotContain("library=\"mongodb\"");
    }
  }

  @Test
  void aPoolThatTakesBackUnseenIsBroken() throws Exception {
    String classPath =
        Libraries.application(
            directory,
            List.of("DefaultConnectionPool"),
            UnaryOperator.identity(),
            "org.mongodb:bson:4.11.5");
    try (ChildJvm jvm = start(System.getProperty("java.home"), classPath, TYPE)) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"mongodb\", \"state\": \"broken\"")
          .contains("\"class\": \"" + TYPE + "$PooledConnection\"");
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(jvm.metrics()).doesNotContain("library=\"mongodb\""));
    }
  }

  private String reactive(String version) throws Exception {
    return Libraries.application(
        directory,
        "MongoReactiveApp",
        "org.mongodb:mongodb-driver-reactivestreams:" + version,
        "de.bwaldvogel:mongo-java-server:1.47.0");
  }

  private ChildJvm start(String home, String classPath, String main) throws Exception {
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, main).ready();
  }
}
