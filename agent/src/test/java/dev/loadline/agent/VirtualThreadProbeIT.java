package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualThreadProbeIT {

  @TempDir Path directory;

  private static List<String> newer() {
    return ChildJvm.javaHomes().skip(1).toList();
  }

  @Test
  void waitsOfPinnedThreadsAreCounted() throws Exception {
    assumeThat(newer()).isNotEmpty();
    String classPath = Libraries.applicationOn(directory, "PinnedApp", "");
    try (ChildJvm jvm =
        ChildJvm.start(newer().get(0), directory, "port=0", List.of(), classPath, "PinnedApp")
            .ready()) {
      String metrics = jvm.metrics();
      assertThat(sample(metrics, "loadline_virtual_thread_pins_total")).isEqualTo(3);
      assertThat(sample(metrics, "loadline_virtual_thread_pinned_seconds_total"))
          .as("three naps of 50 ms; the twenty others were not pinned")
          .isBetween(0.14, sample(jvm.out(), "pinned "));
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"jdk-virtual-threads\", \"state\": \"matched\"")
          .doesNotContainPattern("VirtualThread[^}]*\"errors\": [1-9]");
      assertThat(jvm.exit()).isZero();
    }
  }

  @Test
  void aJdkWithoutVirtualThreadsHasNoSuchFigures() throws Exception {
    String home = System.getProperty("java.home");
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), IdleApp.class).ready()) {
      assertThat(jvm.metrics()).doesNotContain("loadline_virtual_thread");
    }
  }
}
