package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** nginx through nginx-prometheus-exporter. */
class NginxPrometheusExporterTest {
  @Test
  void version011() {
    Exposed exposed = Exposed.in("nginx-prometheus-exporter-0.11.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            sockets/nginx acquired = 19.0 (nginx)
            sockets/nginx in_use = 6.0 (nginx)
            sockets/nginx rejected = 0.0 (nginx derived)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void version15() {
    Exposed exposed = Exposed.in("nginx-prometheus-exporter-1.5.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            sockets/nginx acquired = 20.0 (nginx)
            sockets/nginx in_use = 7.0 (nginx)
            sockets/nginx rejected = 0.0 (nginx derived)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
