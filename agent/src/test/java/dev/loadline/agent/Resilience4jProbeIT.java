package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Resilience4jProbeIT {

  private static final String LIBRARY = "io.github.resilience4j:resilience4j-";
  private static final String NEWEST = "2.4.0";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"0.13.2", "0.17.0", "1.0.0", "1.7.1", NEWEST})
  void permitsGrantedAndRefusedAreThoseOfTheApplication(String version) throws Exception {
    String classPath =
        Libraries.application(
            directory,
            "Resilience4jApp",
            LIBRARY + "ratelimiter:" + version,
            LIBRARY + "bulkhead:" + version);
    List<String> homes = ChildJvm.javaHomes().toList();
    for (String home : version.equals(NEWEST) ? homes : homes.subList(0, 1)) {
      try (ChildJvm jvm =
          ChildJvm.start(home, directory, "port=0", List.of(), classPath, "Resilience4jApp")
              .ready()) {
        String metrics = jvm.metrics();
        limiters(metrics, jvm.out());
        bulkhead(metrics, jvm.out());
        assertThat(jvm.get("/agent/status", "*/*").body())
            .contains("\"name\": \"resilience4j-ratelimiter\", \"state\": \"matched\"")
            .contains("\"name\": \"resilience4j-bulkhead\", \"state\": \"matched\"")
            .doesNotContainPattern("resilience4j[^}]*\"errors\": [1-9]");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.17.0", "1.7.1", NEWEST})
  void theThreadsOfABulkheadAreAPoolOfTheJdk(String version) throws Exception {
    String classPath =
        Libraries.application(directory, "BulkheadThreadsApp", LIBRARY + "bulkhead:" + version);
    String home = System.getProperty("java.home");
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "BulkheadThreadsApp")
            .ready()) {
      assertThat(sample(jvm.out(), "refused ")).isEqualTo(1);
      String metrics = jvm.metrics();
      assertThat(sample(metrics, threads("limit"))).isEqualTo(2);
      assertThat(sample(metrics, threads("in_use_peak"))).isEqualTo(2);
      assertThat(sample(metrics, threads("acquired_total"))).isEqualTo(3);
      assertThat(sample(metrics, threads("rejected_total"))).isEqualTo(1);
      assertThat(sample(metrics, threads("wait_seconds_count"))).isEqualTo(3);
    }
  }

  private static void limiters(String metrics, String out) {
    assertThat(sample(metrics, rate("acquired_total", "refusing"))).isEqualTo(5);
    assertThat(sample(metrics, rate("rejected_total", "refusing")))
        .isEqualTo(sample(out, "refused "))
        .isEqualTo(7);
    assertThat(sample(metrics, rate("wait_seconds_count", "refusing"))).isEqualTo(12);
    assertThat(sample(metrics, rate("limit", "refusing")))
        .as("per second")
        .isCloseTo(5 / 3600.0, within(1e-12));
    assertThat(sample(metrics, rate("acquired_total", "waiting"))).isEqualTo(3);
    assertThat(sample(metrics, rate("rejected_total", "waiting"))).isZero();
    assertThat(sample(metrics, rate("wait_seconds_sum", "waiting"))).isGreaterThan(0.2);
    assertThat(sample(metrics, rate("limit", "waiting"))).isEqualTo(5);
    assertThat(sample(metrics, rate("acquired_total", "reserving")))
        .isEqualTo(4 - sample(out, "unreserved "))
        .isGreaterThanOrEqualTo(2);
    assertThat(sample(metrics, rate("rejected_total", "reserving")))
        .isEqualTo(sample(out, "unreserved "))
        .isGreaterThanOrEqualTo(1);
    assertThat(sample(metrics, rate("wait_seconds_sum", "reserving")))
        .as("what the callers were told to wait, and the calls")
        .isBetween(sample(out, "reserved "), sample(out, "reserved ") + 30);
    assertThat(sample(metrics, rate("acquired_total", "semaphore"))).isEqualTo(2);
    assertThat(sample(metrics, rate("rejected_total", "semaphore"))).isEqualTo(3);
  }

  private static void bulkhead(String metrics, String out) {
    assertThat(out).contains("third false\n");
    assertThat(sample(metrics, slots("acquired_total"))).isEqualTo(2);
    assertThat(sample(metrics, slots("rejected_total"))).isEqualTo(1);
    assertThat(sample(metrics, slots("limit"))).isEqualTo(2);
    assertThat(sample(metrics, slots("in_use"))).isZero();
    assertThat(sample(metrics, slots("in_use_peak"))).isEqualTo(2);
    double one = sample(metrics, slots("in_use_seconds_total"));
    assertThat(one).isBetween(sample(out, "inside "), sample(out, "around "));
    assertThat(sample(metrics, slots("in_use_squared_seconds_total")))
        .as("alone for at least 100 ms, in pairs for at least 150 ms")
        .isBetween(one + 0.3, 2 * one - 0.1);
  }

  private static String rate(String name, String resource) {
    return series(name, "rate-limit", resource, "resilience4j-ratelimiter");
  }

  private static String slots(String name) {
    return series(name, "workers", "two", "resilience4j-bulkhead");
  }

  private static String threads(String name) {
    return series(name, "workers", "bulkhead-threads", "jdk-executor");
  }

  private static String series(String name, String kind, String resource, String library) {
    return "loadline_resource_"
        + name
        + "{kind=\""
        + kind
        + "\",resource=\""
        + resource
        + "\",library=\""
        + library
        + "\",}";
  }
}
