package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.agent.probes.HttpClient4Probe;
import dev.loadline.agent.probes.HttpClient5Probe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = HttpClient5Probe.class,
    artifact = "org.apache.httpcomponents.client5:httpclient5",
    works = {"5.0", "5.2.3", "5.6.5"})
@Versions(
    probe = HttpClient4Probe.class,
    artifact = "org.apache.httpcomponents:httpclient",
    works = {"4.3", "4.5.14"})
class HttpClientProbeIT {

  @TempDir Path directory;

  @EachVersion(of = HttpClient5Probe.class)
  void connectionsOfVersionFive(String library, String home) throws Exception {
    check("5", library, home);
  }

  @EachVersion(of = HttpClient4Probe.class)
  void connectionsOfVersionFour(String library, String home) throws Exception {
    check("4", library, home);
  }

  private void check(String major, String library, String home) throws Exception {
    String app = "HttpClient" + major + "App";
    String classPath = Libraries.application(directory, app, library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, app).ready()) {
      String status = jvm.get("/agent/status", "*/*").body();
      assertThat(status).contains("\"name\": \"httpclient" + major + "\", \"state\": \"matched\"");
      knownWaitsAndHolds(jvm.out(), jvm.metrics(), "httpclient" + major);
    }
  }

  private static void knownWaitsAndHolds(String out, String metrics, String library) {
    String pool = pool(library, 1);
    double held = sample(metrics, "loadline_resource_hold_seconds_sum" + pool);
    assertThat(held)
        .isBetween(sample(out, "held_low") / 1e9, sample(out, "held_high") / 1e9)
        .isGreaterThan(0.3);
    assertThat(sample(metrics, "loadline_resource_in_use_seconds_total" + pool))
        .isCloseTo(held, within(1e-3));
    assertThat(sample(metrics, "loadline_resource_wait_seconds_sum" + pool))
        .isBetween(sample(out, "waited_low") / 1e9, sample(out, "waited_high") / 1e9)
        .isGreaterThan(0.3);
    assertThat(sample(metrics, "loadline_resource_acquired_total" + pool)).isEqualTo(3);
    assertThat(sample(metrics, "loadline_resource_timeouts_total" + pool))
        .isEqualTo(sample(out, "timed_out"))
        .isEqualTo(1);
    assertThat(sample(metrics, "loadline_resource_failures_total" + pool))
        .isEqualTo(sample(out, "cancelled"))
        .isEqualTo(1);
    assertThat(sample(metrics, "loadline_resource_wait_seconds_count" + pool)).isEqualTo(5);
    assertThat(sample(metrics, "loadline_resource_limit" + pool)).isEqualTo(2);
    idle(metrics, pool);
    String second = pool(library, 2);
    assertThat(sample(metrics, "loadline_resource_acquired_total" + second)).isEqualTo(5);
    assertThat(sample(metrics, "loadline_resource_hold_seconds_count" + second)).isEqualTo(5);
    idle(metrics, second);
  }

  private static void idle(String metrics, String pool) {
    assertThat(sample(metrics, "loadline_resource_in_use" + pool)).isZero();
    assertThat(sample(metrics, "loadline_resource_waiting" + pool)).isZero();
  }

  private static String pool(String library, int number) {
    return "{kind=\"pool\",resource=\""
        + library
        + "-"
        + number
        + "\",library=\""
        + library
        + "\",}";
  }
}
