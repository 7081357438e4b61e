package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A host through node_exporter. */
class NodeExporterTest {
  @Test
  void version112() {
    Exposed exposed = Exposed.in("node_exporter-1.12.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/host in_use_seconds = 24901.29 (node_exporter)
            cpu/host limit = 2.0 (node_exporter derived)
            descriptors/host in_use = 1153.0 (node_exporter)
            descriptors/host limit = 2466183.0 (node_exporter)
            disk// in_use = 1.90571249664E11 (node_exporter derived)
            disk// limit = 2.70553174016E11 (node_exporter)
            disk/vda in_use = 0.0 (node_exporter)
            disk/vda in_use_seconds = 923.018 (node_exporter)
            memory/host in_use = 7.22997248E8 (node_exporter derived)
            memory/host limit = 2.5276514304E10 (node_exporter)
            sockets/conntrack in_use = 0.0 (node_exporter)
            sockets/conntrack limit = 262144.0 (node_exporter)
            sockets/host in_use = 29.0 (node_exporter)
            sockets/host rejected = 62.0 (node_exporter)
            workers/pids in_use = 106.0 (node_exporter)
            workers/pids limit = 32768.0 (node_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void aPublishedNumberOfProcessorsIsNotComputed() {
    String more = Exposed.text("node_exporter-1.12.txt") + "node_cpu_online{cpu=\"0\"} 1\n";

    assertThat(Exposed.of(more).signals()).contains("cpu/host limit = 1.0 (node_exporter)\n");
  }

  @Test
  void aMaximumOfDescriptorsThatMeansNoneIsNoLimit() {
    assertThat(Exposed.of("node_filefd_maximum 9.223372036854776e+18\n").signals()).isEqualTo("\n");
  }
}
