package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.agent.probes.ReactorPoolProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** R2DBC's pool, which is one of Reactor's. */
@Versions(
    probe = ReactorPoolProbe.class,
    artifact = "io.r2dbc:r2dbc-pool",
    works = {"0.8.8.RELEASE", "0.9.2.RELEASE", "1.0.2.RELEASE"},
    broken = "0.8.0.RELEASE")
class R2dbcPoolProbeIT {

  @TempDir Path directory;

  @EachVersion
  void aPoolIsCalledAsItsConfigurationSays(String library, String home) throws Exception {
    try (ChildJvm jvm = start(library, home)) {
      String metrics = jvm.metrics();
      knownWaitsAndHolds(jvm.out(), metrics);
      assertThat(value(metrics, "acquired_total", "reactor-pool-1")).isEqualTo(1);
      assertThat(value(metrics, "failures_total", "reactor-pool-1"))
          .as("given up, tried once more, given up again")
          .isEqualTo(2);
      assertThat(value(metrics, "timeouts_total", "reactor-pool-1")).isZero();
      assertThat(value(metrics, "limit", "reactor-pool-1")).isEqualTo(1);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"reactor-pool\", \"state\": \"matched\"")
          .doesNotContainPattern("\"errors\": [1-9]");
    }
  }

  private ChildJvm start(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "R2dbcPoolApp", library);
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, "R2dbcPoolApp").ready();
  }

  private static void knownWaitsAndHolds(String out, String metrics) {
    double held = value(metrics, "hold_seconds_sum", "orders");
    assertThat(held)
        .isBetween(sample(out, "held_low") / 1e9, sample(out, "held_high") / 1e9)
        .isGreaterThan(0.4);
    assertThat(value(metrics, "in_use_seconds_total", "orders")).isCloseTo(held, within(1e-3));
    assertThat(value(metrics, "wait_seconds_sum", "orders"))
        .isBetween(sample(out, "waited_low") / 1e9, sample(out, "waited_high") / 1e9)
        .isGreaterThan(0.14);
    assertThat(value(metrics, "acquired_total", "orders")).isEqualTo(4);
    assertThat(value(metrics, "hold_seconds_count", "orders")).isEqualTo(4);
    assertThat(value(metrics, "in_use_peak", "orders")).isEqualTo(2);
    assertThat(value(metrics, "limit", "orders")).isEqualTo(2);
    assertThat(value(metrics, "in_use", "orders")).isZero();
    assertThat(value(metrics, "waiting", "orders")).isZero();
  }

  @EachVersion(broken = true)
  void aPoolOfOtherClassesIsBroken(String library, String home) throws Exception {
    try (ChildJvm jvm = start(library, home)) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"reactor-pool\", \"state\": \"broken\"");
      assertThat(jvm.metrics()).doesNotContain("library=\"reactor-pool\"");
    }
  }

  private static double value(String metrics, String name, String pool) {
    return sample(
        metrics,
        "loadline_resource_"
            + name
            + "{kind=\"pool\",resource=\""
            + pool
            + "\",library=\"reactor-pool\",}");
  }
}
