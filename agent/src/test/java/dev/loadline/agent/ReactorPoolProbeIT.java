package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.agent.probes.ReactorPoolProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = ReactorPoolProbe.class,
    artifact = "io.projectreactor.addons:reactor-pool",
    works = {"0.1.6.RELEASE", "0.2.0", "1.0.0", "1.2.8"},
    broken = "0.1.5.RELEASE")
class ReactorPoolProbeIT {

  @TempDir Path directory;

  @EachVersion
  void requestsAreCountedOnceAndHeldUnitsAcrossThreads(String library, String home)
      throws Exception {
    String classPath = Libraries.application(directory, "ReactorPoolApp", library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "ReactorPoolApp").ready()) {
      String metrics = jvm.metrics();
      knownWaitsAndHolds(jvm.out(), metrics);
      others(metrics);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"reactor-pool\", \"state\": \"matched\"");
    }
  }

  private static void knownWaitsAndHolds(String out, String metrics) {
    double held = value(metrics, "hold_seconds_sum", "1");
    assertThat(held)
        .isBetween(sample(out, "held_low") / 1e9, sample(out, "held_high") / 1e9)
        .isGreaterThan(0.4);
    assertThat(value(metrics, "in_use_seconds_total", "1")).isCloseTo(held, within(1e-3));
    assertThat(value(metrics, "wait_seconds_sum", "1"))
        .isBetween(sample(out, "waited_low") / 1e9, sample(out, "waited_high") / 1e9)
        .isGreaterThan(0.3);
    assertThat(value(metrics, "wait_seconds_count", "1")).isEqualTo(6);
    assertThat(value(metrics, "acquired_total", "1")).isEqualTo(4);
    assertThat(sample(out, "granted")).isEqualTo(4);
    assertThat(value(metrics, "timeouts_total", "1")).isEqualTo(1);
    assertThat(value(metrics, "failures_total", "1")).as("cancelled").isEqualTo(1);
    assertThat(value(metrics, "in_use_peak", "1")).isEqualTo(2);
    assertThat(value(metrics, "limit", "1")).isEqualTo(2);
    idle(metrics, "1");
  }

  private static void others(String metrics) {
    assertThat(value(metrics, "failures_total", "2")).as("not allocated").isEqualTo(1);
    assertThat(value(metrics, "acquired_total", "2")).isZero();
    assertThat(value(metrics, "limit", "2")).isEqualTo(1);
    idle(metrics, "2");
    assertThat(value(metrics, "acquired_total", "3")).isEqualTo(2000);
    assertThat(value(metrics, "hold_seconds_count", "3")).isEqualTo(2000);
    assertThat(value(metrics, "in_use_peak", "3")).isEqualTo(3);
    idle(metrics, "3");
    assertThat(value(metrics, "acquired_total", "16")).isEqualTo(1);
    assertThat(value(metrics, "acquired_total", "other")).isEqualTo(54);
    assertThat(metrics)
        .doesNotContain("reactor-pool-17", "loadline_resource_limit" + pool("16"))
        .doesNotContain("loadline_resource_limit" + pool("other"))
        .doesNotContain("loadline_resource_busy_seconds_total", "db_client_connection_count{");
    assertThat(sample(metrics, "loadline_agent_untracked_holds_total")).isZero();
  }

  private static void idle(String metrics, String number) {
    assertThat(value(metrics, "in_use", number)).isZero();
    assertThat(value(metrics, "waiting", number)).isZero();
  }

  private static double value(String metrics, String name, String number) {
    return sample(metrics, "loadline_resource_" + name + pool(number));
  }

  private static String pool(String number) {
    return "{kind=\"pool\",resource=\"reactor-pool-" + number + "\",library=\"reactor-pool\",}";
  }

  @EachVersion(broken = true)
  void aPoolOfOtherClassesIsBroken(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "OldReactorPoolApp", library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "OldReactorPoolApp")
            .ready()) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"reactor-pool\", \"state\": \"broken\"")
          .contains("reactor.pool.SimpleDequePool");
      assertThat(jvm.metrics()).doesNotContain("library=\"reactor-pool\"");
    }
  }
}
