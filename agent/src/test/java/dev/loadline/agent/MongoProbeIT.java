package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.agent.probes.MongoProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = MongoProbe.class,
    artifact = "org.mongodb:mongodb-driver-sync",
    works = {"3.12.14", "4.11.5", "5.14.0"})
class MongoProbeIT {

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
}
