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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = MongoProbe.class,
    artifact = "org.mongodb:mongodb-driver-reactivestreams",
    works = {"4.11.5", "5.8.1"})
class MongoReactiveProbeIT {

  private static final String TYPE = "com.mongodb.internal.connection.DefaultConnectionPool";
  private static final String POOL = "{kind=\"pool\",resource=\"mongodb-1\",library=\"mongodb\",}";

  @TempDir Path directory;

  @EachVersion
  void commandsHoldAConnectionAndWaitForIt(String library, String home) throws Exception {
    try (ChildJvm jvm = start(home, reactive(library), "MongoReactiveApp")) {
      String out = jvm.out();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> knownWaitsAndHolds(out, jvm.metrics()));
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"mongodb\", \"state\": \"matched\"")
          .doesNotContainPattern("\"errors\": [1-9]");
    }
  }

  private static void knownWaitsAndHolds(String out, String metrics) {
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
  void commandsOfAnOlderDriverAreNotSeen() throws Exception {
    try (ChildJvm jvm =
        start(
            System.getProperty("java.home"),
            reactive("org.mongodb:mongodb-driver-reactivestreams:4.9.1"),
            "MongoReactiveApp")) {
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

  private String reactive(String library) throws Exception {
    return Libraries.application(
        directory, "MongoReactiveApp", library, "de.bwaldvogel:mongo-java-server:1.47.0");
  }

  private ChildJvm start(String home, String classPath, String main) throws Exception {
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, main).ready();
  }

  private static double value(String metrics, String name) {
    return sample(metrics, "loadline_resource_" + name + POOL);
  }
}
