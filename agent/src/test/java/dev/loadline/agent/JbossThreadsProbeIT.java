package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.JbossThreadsProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = JbossThreadsProbe.class,
    artifact = "org.jboss.threads:jboss-threads",
    works = {"3.5.1.Final", "3.9.2", "3.11.1"})
class JbossThreadsProbeIT {

  private static final String POOL =
      "{kind=\"workers\",resource=\"shop\",library=\"jboss-threads\"";

  @TempDir Path directory;

  @EachVersion
  void tasksAreMeasured(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "JbossThreadsApp", library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "JbossThreadsApp")
            .ready()) {
      awaiting(
          jvm,
          metrics -> {
            assertThat(of(metrics, "limit")).isEqualTo(2);
            assertThat(of(metrics, "in_use")).isEqualTo(2);
            assertThat(of(metrics, "waiting")).isEqualTo(3);
            assertThat(of(metrics, "rejected_total")).isEqualTo(1);
            assertThat(of(metrics, "acquired_total")).isEqualTo(2);
          });
      jvm.say("go\n");
      awaiting(
          jvm,
          metrics -> {
            assertThat(of(metrics, "in_use")).isZero();
            assertThat(of(metrics, "waiting")).isZero();
            assertThat(of(metrics, "acquired_total")).isEqualTo(6);
            assertThat(of(metrics, "hold_seconds_count")).isEqualTo(6);
            assertThat(of(metrics, "wait_seconds_count")).isEqualTo(6);
            assertThat(of(metrics, "wait_seconds_sum")).isGreaterThan(3 * 2);
            assertThat(of(metrics, "hold_seconds_sum")).isGreaterThan(2 * 2);
            assertThat(of(metrics, "in_use_seconds_total")).isGreaterThan(2 * 2);
            assertThat(metrics)
                .contains("loadline_agent_untracked_holds_total 0.0")
                .doesNotContain("loadline_agent_hook_errors_total{");
          });
    }
  }

  private static double of(String metrics, String family) {
    return sample(metrics, "loadline_resource_" + family + POOL);
  }

  private static void awaiting(ChildJvm jvm, ThrowingConsumer<String> facts) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> facts.accept(jvm.metrics()));
  }
}
