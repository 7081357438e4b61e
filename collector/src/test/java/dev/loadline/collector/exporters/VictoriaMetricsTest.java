package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** VictoriaMetrics itself. */
class VictoriaMetricsTest {
  @Test
  void version179() {
    Exposed exposed = Exposed.in("victoria-metrics-1.79.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.05 (process)
            cpu/process limit = 2.0 (victoria-metrics)
            descriptors/process in_use = 15.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 2.3281664E7 (process)
            memory/process limit = 2.5276514304E10 (victoria-metrics)
            workers/insert in_use = 0.0 (victoria-metrics)
            workers/insert limit = 8.0 (victoria-metrics)
            workers/insert timeouts = 0.0 (victoria-metrics)
            workers/select in_use = 0.0 (victoria-metrics)
            workers/select limit = 4.0 (victoria-metrics)
            workers/select timeouts = 0.0 (victoria-metrics)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
