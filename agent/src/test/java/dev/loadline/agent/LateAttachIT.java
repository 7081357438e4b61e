package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.sun.tools.attach.VirtualMachine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LateAttachIT {

  private static final String POOL = "{kind=\"pool\",resource=\"late\",library=\"hikaricp\",}";

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void holdsThatBeginAfterwardsAreMeasuredExactlyAndOnlyThose(String home) throws Exception {
    try (ChildJvm jvm = ChildJvm.start(home, directory, null, List.of(), LateApp.class).ready()) {
      VirtualMachine target = VirtualMachine.attach(Long.toString(jvm.pid()));
      target.loadAgent(System.getProperty("agent.jar"), "port=0");
      target.loadAgent(System.getProperty("agent.jar"), "port=0");
      target.detach();
      jvm.metrics();
      jvm.say("\n");
      await().atMost(Duration.ofSeconds(60)).until(() -> jvm.out().contains("held "));
      double held = sample(jvm.out(), "held") / 1e9;
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(sample(jvm.metrics(), "loadline_resource_acquired_total" + POOL))
                      .isEqualTo(3));
      String metrics = jvm.metrics();
      assertThat(sample(metrics, "loadline_resource_in_use_seconds_total" + POOL))
          .isCloseTo(held, within(5e-3));
      assertThat(sample(metrics, "loadline_resource_in_use" + POOL)).isZero();
      assertThat(sample(metrics, "loadline_resource_limit" + POOL)).isEqualTo(2);
      assertThat(jvm.err()).containsOnlyOnce("the agent is already in this JVM");
    }
  }
}
