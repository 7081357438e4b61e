package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrpcServerProbeIT {

  private static final String NEWEST = "1.85.1";
  private static final String CALLS = "{kind=\"requests\",resource=\"grpc\",library=\"grpc\"";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"1.20.0", "1.35.1", "1.50.3", "1.65.1", NEWEST})
  void callsAreCountedByMethodAndStatus(String version) throws Exception {
    String classPath =
        Libraries.application(
            directory,
            "GrpcShop",
            "io.grpc:grpc-netty:" + version,
            "io.grpc:grpc-stub:" + version,
            (version.equals(NEWEST) || version.equals("1.65.1")
                    ? "io.grpc:grpc-inprocess:"
                    : "io.grpc:grpc-core:")
                + version);
    for (String home : ChildJvm.javaHomes().limit(version.equals(NEWEST) ? 2 : 1).toList()) {
      try (ChildJvm jvm =
          ChildJvm.start(home, directory, "port=0", List.of(), classPath, "GrpcShop").ready()) {
        awaiting(
            jvm,
            metrics -> {
              assertThat(calls(metrics, "shop.Shop/Buy", "OK")).isEqualTo(6);
              assertThat(calls(metrics, "shop.Shop/Buy", "RESOURCE_EXHAUSTED")).isEqualTo(3);
              assertThat(calls(metrics, "shop.Shop/Buy", "UNAVAILABLE")).isEqualTo(1);
              assertThat(calls(metrics, "shop.Shop/Buy", "NOT_FOUND")).isEqualTo(1);
              assertThat(calls(metrics, "shop.Shop/Buy", "ABORTED")).isEqualTo(1);
              assertThat(calls(metrics, "shop.Shop/Buy", "UNKNOWN")).isEqualTo(1);
              assertThat(calls(metrics, "unknown", "UNIMPLEMENTED")).isEqualTo(2);
              assertThat(calls(metrics, "shop.Shop/Hold", "CANCELLED")).isEqualTo(1);
              assertThat(all(metrics, "acquired_total")).isEqualTo(16);
              assertThat(all(metrics, "rejected_total")).isEqualTo(4);
              assertThat(all(metrics, "in_use")).isEqualTo(4);
              assertThat(metrics).doesNotContain("shop.Shop/Missing");
            });
        jvm.say("go\n");
        awaiting(
            jvm,
            metrics -> {
              assertThat(calls(metrics, "shop.Shop/Hold", "OK")).isEqualTo(4);
              assertThat(all(metrics, "in_use")).isZero();
              assertThat(all(metrics, "acquired_total")).isEqualTo(20);
              assertThat(metrics)
                  .contains("loadline_agent_untracked_holds_total 0.0")
                  .doesNotContain("loadline_agent_hook_errors_total{");
            });
        assertThat(jvm.get("/agent/status", "*/*").body())
            .contains("\"name\": \"grpc\", \"state\": \"matched\"");
      }
    }
  }

  private static void awaiting(ChildJvm jvm, ThrowingConsumer<String> facts) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> facts.accept(jvm.metrics()));
  }

  private static double all(String metrics, String family) {
    return sample(metrics, "loadline_resource_" + family + CALLS);
  }

  private static double calls(String metrics, String method, String status) {
    return sample(
        metrics,
        "rpc_server_call_duration_seconds_count{rpc_method=\""
            + method
            + "\",rpc_response_status_code=\""
            + status
            + "\",library=\"grpc\"");
  }
}
