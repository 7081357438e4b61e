package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.OkHttpProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = OkHttpProbe.class,
    artifact = "com.squareup.okhttp3:okhttp",
    works = {"3.0.1", "3.10.0", "3.14.9", "4.0.1", "4.12.0"})
@Versions(
    probe = OkHttpProbe.class,
    artifact = "com.squareup.okhttp3:okhttp-jvm",
    works = {"5.0.0", "5.5.1"})
class OkHttpProbeIT {

  @TempDir Path directory;

  @EachVersion
  void callsWaitForTheirTurnAndAreCountedByHostAndStatus(String library, String home)
      throws Exception {
    String classPath = Libraries.application(directory, "OkHttpApp", library);
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "OkHttpApp").ready()) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"okhttp\", \"state\": \"matched\"")
          .doesNotContainPattern("okhttp[^}]*\"errors\": [1-9]");
      requests(jvm.out(), jvm.metrics());
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(value(jvm.metrics(), "in_use", "okhttp-1")).isZero());
      turns(jvm.out(), jvm.metrics());
    }
  }

  private static void requests(String out, String metrics) {
    assertThat(value(metrics, "in_use_peak", "okhttp-1")).isEqualTo(2);
    int port = (int) sample(out, "port ");
    assertThat(count(metrics, "GET", port, "200", "")).isEqualTo(5 + 3 + 1);
    assertThat(count(metrics, "GET", port, "404", "")).isEqualTo(2);
    assertThat(count(metrics, "POST", port, "200", "")).isEqualTo(1);
    assertThat(sample(out, "served ")).isEqualTo(9 + 2 + 1);
    int refusedPort = (int) sample(out, "refused_port ");
    assertThat(count(metrics, "GET", refusedPort, "", "java.net.ConnectException"))
        .isEqualTo(sample(out, "refused "))
        .isEqualTo(1);
    assertThat(
            sample(
                metrics,
                "http_client_active_requests{server_address=\"localhost\",server_port=\"" + port))
        .isZero();
    assertThat(
            sample(
                metrics,
                "loadline_resource_in_use{kind=\"sockets\",resource=\"okhttp\",library=\"okhttp\""))
        .as("of the response that nobody has read")
        .isEqualTo(sample(out, "connections_in_use "))
        .isEqualTo(1);
  }

  private static void turns(String out, String metrics) {
    assertThat(value(metrics, "limit", "okhttp-1")).isEqualTo(2);
    assertThat(value(metrics, "acquired_total", "okhttp-1")).isEqualTo(3);
    assertThat(value(metrics, "waiting", "okhttp-1")).isZero();
    assertThat(value(metrics, "wait_seconds_sum", "okhttp-1"))
        .isBetween(0.1499, sample(out, "waited_high ") / 1e9);
    assertThat(value(metrics, "hold_seconds_sum", "okhttp-1"))
        .isBetween(sample(out, "held_low ") / 1e9, sample(out, "held_high ") / 1e9);
    assertThat(value(metrics, "failures_total", "okhttp-2"))
        .isEqualTo(sample(out, "rejected "))
        .isEqualTo(1);
    assertThat(value(metrics, "waiting", "okhttp-2")).isZero();
    assertThat(value(metrics, "acquired_total", "okhttp-2")).isZero();
  }

  private static double value(String metrics, String name, String pool) {
    return sample(
        metrics,
        "loadline_resource_"
            + name
            + "{kind=\"pool\",resource=\""
            + pool
            + "\",library=\"okhttp\",}");
  }

  private static double count(
      String metrics, String method, int port, String status, String error) {
    return sample(
        metrics,
        "http_client_request_duration_seconds_count{http_request_method=\""
            + method
            + "\",server_address=\"localhost\",server_port=\""
            + port
            + "\",http_response_status_code=\""
            + status
            + "\",error_type=\""
            + error
            + "\",");
  }
}
