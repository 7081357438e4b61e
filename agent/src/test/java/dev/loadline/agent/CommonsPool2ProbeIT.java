package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.CommonsPool2Probe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = CommonsPool2Probe.class,
    artifact = "org.apache.commons:commons-pool2",
    works = {"2.0", "2.6.2", "2.10.0", "2.13.1"})
class CommonsPool2ProbeIT {

  private static final String APP = "CommonsPool2App";

  @TempDir Path directory;

  @EachVersion
  void poolsOfAnythingHaveTheirNameOrANumber(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, APP, library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, APP).ready()) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"commons-pool2\", \"state\": \"matched\"")
          .doesNotContainPattern("pool2[^}]*\"errors\": [1-9]");
      String metrics = jvm.metrics();
      named(jvm.out(), metrics, library.endsWith(":2.0") ? "things1" : "things");
      nameless(jvm.out(), metrics);
      assertThat(metrics).doesNotContain("db_client_connection_");
    }
  }

  /** The oldest version numbers the name that it is given. */
  private static void named(String out, String metrics, String name) {
    assertThat(value(metrics, "hold_seconds_sum", name))
        .isBetween(sample(out, "held_low ") / 1e9, sample(out, "held_high ") / 1e9)
        .isGreaterThan(0.15);
    assertThat(value(metrics, "hold_seconds_count", name)).isEqualTo(3);
    assertThat(value(metrics, "acquired_total", name)).isEqualTo(3);
    assertThat(value(metrics, "limit", name)).isEqualTo(2);
    assertThat(value(metrics, "in_use", name)).isZero();
    assertThat(value(metrics, "timeouts_total", name)).isZero();
  }

  private static void nameless(String out, String metrics) {
    assertThat(value(metrics, "acquired_total", "commons-pool2-1")).isEqualTo(3);
    assertThat(value(metrics, "wait_seconds_sum", "commons-pool2-1"))
        .as("100 ms for its turn, and 50 ms for none")
        .isGreaterThan(0.149);
    assertThat(value(metrics, "wait_seconds_count", "commons-pool2-1")).isEqualTo(4);
    assertThat(value(metrics, "timeouts_total", "commons-pool2-1"))
        .isEqualTo(sample(out, "timed_out "))
        .isEqualTo(1);
    assertThat(value(metrics, "limit", "commons-pool2-1")).isEqualTo(1);
    assertThat(value(metrics, "in_use", "commons-pool2-1")).isEqualTo(1);
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
}
