package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Prometheus itself. */
class PrometheusServerTest {
  @Test
  void version242() {
    Exposed exposed = Exposed.in("prometheus-2.42.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.04 (process)
            descriptors/process in_use = 13.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 4.3577344E7 (process)
            queue/notifications limit = 10000.0 (prometheus)
            queue/notifications rejected = 0.0 (prometheus)
            queue/notifications waiting = 0.0 (prometheus)
            requests/http hold.count {route=/api/v1/query} = 5.0 (prometheus)
            requests/http hold.sum {route=/api/v1/query} = 0.0012707640000000002 (prometheus)
            workers/queries in_use = 0.0 (prometheus)
            workers/queries limit = 20.0 (prometheus)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
