package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Bucket4jProbeIT {

  private static final String NEWEST = "com.bucket4j:bucket4j_jdk17-core:8.19.0";
  private static final String OLD = "com.github.vladimir-bukhtoyarov:bucket4j-core:";
  private static final String LABELS =
      "{kind=\"rate-limit\",resource=\"bucket4j\",library=\"bucket4j\",}";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        OLD + "3.1.2",
        OLD + "4.0.0",
        OLD + "4.10.0",
        OLD + "6.4.1",
        OLD + "7.0.0",
        OLD + "7.6.1",
        "com.bucket4j:bucket4j-core:8.10.1",
        NEWEST
      })
  void tokensGrantedAndRefusedAreThoseOfTheApplication(String library) throws Exception {
    String classPath = Libraries.application(directory, "Bucket4jApp", library);
    List<String> homes = ChildJvm.javaHomes().toList();
    for (String home : library.equals(NEWEST) ? homes : homes.subList(0, 1)) {
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
  }

  @Test
  void aVersionThatDoesNotTellHowLongToWaitBreaksTheProbe() throws Exception {
    String classPath = Libraries.application(directory, "Bucket4jApp", OLD + "2.1.0");
    String home = System.getProperty("java.home");
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
