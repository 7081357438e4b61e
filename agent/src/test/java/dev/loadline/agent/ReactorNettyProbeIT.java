package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.ReactorNettyProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = ReactorNettyProbe.class,
    artifact = "io.projectreactor.netty:reactor-netty-http",
    works = {"1.0.0", "1.1.31", "1.2.18", "1.3.6"})
class ReactorNettyProbeIT {

  @TempDir Path directory;

  @EachVersion
  void aPoolIsCalledAsItsProviderAndTheHost(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "ReactorNettyApp", library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "ReactorNettyApp")
            .ready()) {
      String at = "-127.0.0.1:" + (int) sample(jvm.out(), "port ");
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                String metrics = jvm.metrics();
                knownWaitsAndHolds(jvm.out(), metrics, "shop" + at);
                assertThat(value(metrics, "acquired_total", "late" + at)).isEqualTo(1);
                assertThat(value(metrics, "timeouts_total", "late" + at)).isEqualTo(1);
                assertThat(value(metrics, "wait_seconds_sum", "late" + at)).isGreaterThan(0.29);
                assertThat(value(metrics, "limit", "late" + at)).isEqualTo(1);
              });
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"reactor-netty\", \"state\": \"matched\"")
          .doesNotContainPattern("\"errors\": [1-9]");
    }
  }

  private static void knownWaitsAndHolds(String out, String metrics, String pool) {
    double held = value(metrics, "hold_seconds_sum", pool);
    assertThat(held).isGreaterThan(sample(out, "held ") / 1e9).isGreaterThan(0.95);
    assertThat(value(metrics, "in_use_seconds_total", pool)).isCloseTo(held, within(1e-3));
    assertThat(value(metrics, "wait_seconds_sum", pool)).isGreaterThan(0.2);
    assertThat(value(metrics, "wait_seconds_count", pool)).isEqualTo(6);
    assertThat(value(metrics, "acquired_total", pool)).isEqualTo(6);
    assertThat(value(metrics, "hold_seconds_count", pool)).isEqualTo(6);
    assertThat(sample(out, "answered ")).isEqualTo(7);
    assertThat(value(metrics, "timeouts_total", pool)).isZero();
    assertThat(value(metrics, "failures_total", pool)).isZero();
    assertThat(value(metrics, "in_use_peak", pool)).isLessThanOrEqualTo(2);
    assertThat(value(metrics, "limit", pool)).isEqualTo(2);
    assertThat(value(metrics, "in_use", pool)).isZero();
    assertThat(value(metrics, "waiting", pool)).isZero();
  }

  private static double value(String metrics, String name, String pool) {
    return sample(
        metrics,
        "loadline_resource_"
            + name
            + "{kind=\"pool\",resource=\""
            + pool
            + "\",library=\"reactor-netty\",}");
  }
}
