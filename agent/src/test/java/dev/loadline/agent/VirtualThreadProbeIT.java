package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.VirtualThreadProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Versions(probe = VirtualThreadProbe.class, artifact = Versions.JDK)
class VirtualThreadProbeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MATCHED = "\"name\": \"jdk-virtual-threads\", \"state\": \"matched\"";
  private static final String ABSENT = "\"name\": \"jdk-virtual-threads\", \"state\": \"absent\"";

  @TempDir Path directory;

  private static List<String> newer() {
    return ChildJvm.javaHomes().skip(1).toList();
  }

  @Test
  void waitsOfPinnedThreadsAreCountedOnceThereIsAVirtualThread() throws Exception {
    assumeThat(newer()).isNotEmpty();
    String classPath = Libraries.applicationOn(directory, "PinnedApp", "");
    try (ChildJvm jvm =
        ChildJvm.start(newer().get(0), directory, "port=0", List.of(), classPath, "PinnedApp")
            .ready()) {
      await().atMost(PATIENCE).until(() -> status(jvm).contains(MATCHED));
      jvm.say("\n");
      await().atMost(PATIENCE).until(() -> jvm.out().contains("pinned "));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(sample(jvm.metrics(), "loadline_virtual_thread_pins_total"))
                      .isEqualTo(3));
      assertThat(sample(jvm.metrics(), "loadline_virtual_thread_pinned_seconds_total"))
          .as("three naps of 50 ms; the twenty others were not pinned")
          .isBetween(0.14, sample(jvm.out(), "pinned "));
      assertThat(status(jvm))
          .contains(MATCHED)
          .doesNotContainPattern("VirtualThread[^}]*\"errors\": [1-9]");
      assertThat(jvm.exit()).isZero();
    }
  }

  @EachVersion
  void anApplicationWithoutThemPaysNothingAndHasNoFigures(String home) throws Exception {
    Path log = directory.resolve("classes.log");
    List<String> options = List.of("-Xlog:class+load:file=" + log);
    try (ChildJvm jvm = ChildJvm.start(home, directory, "port=0", options, IdleApp.class).ready()) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(sample(jvm.metrics(), "process_uptime_seconds "))
                      .as("the agent has looked more than once")
                      .isGreaterThan(3));
      assertThat(jvm.metrics()).doesNotContain("loadline_virtual_thread");
      assertThat(status(jvm)).contains(ABSENT);
      assertThat(Files.readAllLines(log))
          .anyMatch(line -> line.contains("loadline.agent.probe.Engine "))
          .noneMatch(line -> line.contains("bytebuddy.agent.builder."))
          .noneMatch(line -> line.contains("loadline.agent.probe.Weaver "))
          .filteredOn(line -> line.contains(".bytebuddy."))
          .as("what the verifier asks for; weaving takes hundreds")
          .hasSizeLessThan(20);
    }
  }

  private static String status(ChildJvm jvm) throws Exception {
    return jvm.get("/agent/status", "*/*").body();
  }
}
