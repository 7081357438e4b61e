package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.TomcatExecutorProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Versions(
    probe = TomcatExecutorProbe.class,
    artifact = "org.apache.tomcat.embed:tomcat-embed-core",
    works = {"8.5.100", "9.0.54", "9.0.123", "10.1.59", "11.0.27"})
class TomcatExecutorProbeIT {

  private static final String CORE = "org.apache.tomcat.embed:tomcat-embed-core:";

  @TempDir Path directory;

  @EachVersion
  void itsOwnPoolIsMeasuredAsTheJdksIs(String library, String home) throws Exception {
    try (ChildJvm jvm = start(library, home)) {
      String metrics = settled(jvm, "tomcat-executor");
      assertThat(sample(metrics, name("rejected_total", "tomcat-executor"))).isEqualTo(4);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"tomcat-executor\", \"state\": \"matched\"")
          .doesNotContain("broken\": {");
    }
  }

  /** Of what the JDK's pool refuses, the old class puts some in the queue after all. */
  @ParameterizedTest
  @ValueSource(strings = {"8.5.50", "9.0.50"})
  void theOldOneIsOneOfTheJdksWithoutACountOfRejectedTasks(String version) throws Exception {
    try (ChildJvm jvm = start(CORE + version, System.getProperty("java.home"))) {
      String metrics = settled(jvm, "jdk-executor");
      assertThat(metrics).doesNotContain("loadline_resource_rejected_total");
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"tomcat-executor\", \"state\": \"absent\"")
          .contains("\"tells_rejected\": false")
          .doesNotContain("broken\": {");
    }
  }

  private ChildJvm start(String library, String home) throws Exception {
    String path = Libraries.application(directory, "TomcatExecutorApp", library);
    return ChildJvm.start(home, directory, "port=0", List.of(), path, "TomcatExecutorApp").ready();
  }

  private static String name(String family, String library) {
    return ("loadline_resource_" + family + "{kind=\"workers\",resource=\"orders-exec\"")
        + (",library=\"" + library + "\",}");
  }

  /** The figures, once the thread that ran the last task has asked for another. */
  private static String settled(ChildJvm jvm, String library) throws Exception {
    assertThat(sample(jvm.out(), "refused ")).isEqualTo(4);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> sample(jvm.metrics(), name("hold_seconds_count", library)) == 5);
    String metrics = jvm.metrics();
    assertThat(sample(metrics, name("limit", library))).isEqualTo(2);
    assertThat(sample(metrics, name("acquired_total", library))).isEqualTo(5);
    assertThat(sample(metrics, name("wait_seconds_count", library))).isEqualTo(5);
    assertThat(sample(metrics, name("in_use", library))).isZero();
    assertThat(sample(metrics, name("waiting", library))).isZero();
    double held = sample(metrics, name("hold_seconds_sum", library));
    assertThat(sample(metrics, name("in_use_seconds_total", library)))
        .isCloseTo(held, within(1e-6));
    return metrics;
  }
}
