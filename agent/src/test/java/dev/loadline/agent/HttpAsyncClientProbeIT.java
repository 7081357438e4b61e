package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.HttpAsyncClient4Probe;
import dev.loadline.agent.probes.HttpAsyncClient5Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = HttpAsyncClient5Probe.class,
    artifact = "org.apache.httpcomponents.client5:httpclient5",
    works = {"5.0", "5.2.3", "5.6.5"})
@Versions(
    probe = HttpAsyncClient4Probe.class,
    artifact = "org.apache.httpcomponents:httpasyncclient",
    works = {"4.0", "4.1.5"})
class HttpAsyncClientProbeIT {

  @TempDir Path directory;

  @EachVersion(of = HttpAsyncClient5Probe.class)
  void versionFiveTellsWhatIsInUseAndWhoWaits(String library, String home) throws Exception {
    check("HttpAsync5App", library, home, "httpclient5-async", true);
  }

  @EachVersion(of = HttpAsyncClient4Probe.class)
  void versionFourTellsWhatIsInUseOnly(String library, String home) throws Exception {
    check("HttpAsync4App", library, home, "httpasyncclient4", false);
  }

  private void check(String app, String library, String home, String name, boolean waits)
      throws Exception {
    String classPath = Libraries.application(directory, app, library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, app).ready()) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"" + name + "\", \"state\": \"matched\"")
          .doesNotContainPattern("async[^}]*\"errors\": [1-9]");
      figures(jvm, name, 2, waits ? "1.0" : "");
      jvm.say("\n");
      figures(jvm, name, 1, waits ? "0.0" : "");
      jvm.say("\n");
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> assertThat(jvm.metrics()).doesNotContain("resource=\"" + name + "\""));
    }
  }

  /** Nothing is said of who waits where that is empty. */
  private static void figures(ChildJvm jvm, String name, int inUse, String waiting) {
    String labels = "{kind=\"pool\",resource=\"" + name + "\",library=\"" + name + "\",}";
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              String metrics = jvm.metrics();
              assertThat(sample(metrics, "loadline_resource_limit" + labels)).isEqualTo(2);
              assertThat(sample(metrics, "loadline_resource_in_use" + labels)).isEqualTo(inUse);
              String line = "loadline_resource_waiting" + labels + " ";
              assertThat(metrics.contains(line)).isEqualTo(!waiting.isEmpty());
              assertThat(waiting.isEmpty() || metrics.contains(line + waiting)).isTrue();
            });
  }
}
