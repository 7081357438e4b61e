package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuavaRateLimiterProbeIT {

  private static final String NEWEST = "33.8.0-jre";
  private static final String LABELS =
      "{kind=\"rate-limit\",resource=\"guava-ratelimiter-1\",library=\"guava-ratelimiter\",}";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"15.0", "18.0", "20.0", "25.1-android", NEWEST})
  void permitsGrantedAndRefusedAreThoseOfTheApplication(String version) throws Exception {
    String classPath =
        Libraries.application(
            directory, "GuavaRateLimiterApp", "com.google.guava:guava:" + version);
    List<String> homes = ChildJvm.javaHomes().toList();
    for (String home : version.equals(NEWEST) ? homes : homes.subList(0, 1)) {
      try (ChildJvm jvm =
          ChildJvm.start(home, directory, "port=0", List.of(), classPath, "GuavaRateLimiterApp")
              .ready()) {
        String metrics = jvm.metrics();
        String out = jvm.out();
        assertThat(sample(metrics, "loadline_resource_acquired_total" + LABELS))
            .isEqualTo(sample(out, "granted "))
            .isGreaterThanOrEqualTo(1005);
        assertThat(sample(metrics, "loadline_resource_rejected_total" + LABELS))
            .isEqualTo(sample(out, "refused "));
        assertThat(sample(metrics, "loadline_resource_wait_seconds_count" + LABELS)).isEqualTo(14);
        assertThat(sample(metrics, "loadline_resource_wait_seconds_sum" + LABELS))
            .as("the sixth of fifty a second comes after 100 ms")
            .isBetween(0.08, sample(out, "took "));
        assertThat(sample(metrics, "loadline_resource_limit" + LABELS)).isEqualTo(50);
      }
    }
  }
}
