package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.Bucket4jProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = Bucket4jProbe.class,
    artifact = "com.github.vladimir-bukhtoyarov:bucket4j-core",
    works = {"3.1.2", "4.0.0", "4.10.0", "6.4.1", "7.0.0", "7.6.1"},
    broken = "2.1.0")
@Versions(probe = Bucket4jProbe.class, artifact = "com.bucket4j:bucket4j-core", works = "8.10.1")
@Versions(
    probe = Bucket4jProbe.class,
    artifact = "com.bucket4j:bucket4j_jdk17-core",
    works = "8.19.0")
class Bucket4jProbeIT {

  private static final String LABELS =
      "{kind=\"rate-limit\",resource=\"bucket4j\",library=\"bucket4j\",}";

  @TempDir Path directory;

  @EachVersion
  void tokensGrantedAndRefusedAreThoseOfTheApplication(String library, String home)
      throws Exception {
    String classPath = Libraries.application(directory, "Bucket4jApp", library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "Bucket4jApp").ready()) {
      String metrics = jvm.metrics();
      String out = jvm.out();
      assertThat(sample(metrics, "loadline_resource_acquired_total" + LABELS))
          .isEqualTo(sample(out, "granted "))
          .isGreaterThanOrEqualTo(26);
      assertThat(sample(metrics, "loadline_resource_rejected_total" + LABELS))
          .isEqualTo(sample(out, "refused "))
          .isGreaterThanOrEqualTo(600);
      assertThat(sample(metrics, "loadline_resource_wait_seconds_count" + LABELS)).isEqualTo(28);
      assertThat(sample(metrics, "loadline_resource_wait_seconds_sum" + LABELS))
          .as("twice one of three has to wait for 200 ms, and another")
          .isGreaterThan(0.2);
      assertThat(metrics).doesNotContain("loadline_resource_limit" + LABELS);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"bucket4j\", \"state\": \"matched\"")
          .doesNotContainPattern("bucket4j[^}]*\"errors\": [1-9]");
    }
  }

  @EachVersion(broken = true)
  void aVersionThatDoesNotTellHowLongToWaitBreaksTheProbe(String library, String home)
      throws Exception {
    String classPath = Libraries.application(directory, "Bucket4jApp", library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "Bucket4jApp", "once")
            .ready()) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .containsPattern(
              "\"name\": \"bucket4j\", \"state\": \"broken\"[^}]*"
                  + "reserveAndCalculateTimeToSleepImpl");
      assertThat(jvm.metrics()).doesNotContain("library=\"bucket4j\"");
    }
  }
}
