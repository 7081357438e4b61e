package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Flask through prometheus-flask-exporter. */
class PrometheusFlaskExporterTest {
  @Test
  void version023() {
    Exposed exposed = Exposed.in("prometheus-flask-exporter-0.23.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.09000000000000001 (process)
            descriptors/process in_use = 16.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 3.2321536E7 (process)
            requests/http acquired {method=GET, status=200} = 9.0 (flask)
            requests/http acquired {method=GET, status=404} = 2.0 (flask)
            requests/http acquired {method=POST, status=404} = 2.0 (flask)
            requests/http hold.count {method=GET, route=/orders/<id>, status=200} = 9.0 (flask)
            requests/http hold.count {method=GET, route=/orders/<id>, status=404} = 1.0 (flask)
            requests/http hold.count {method=GET, route=None, status=404} = 1.0 (flask)
            requests/http hold.count {method=POST, route=None, status=404} = 2.0 (flask)
            requests/http hold.sum {method=GET, route=/orders/<id>, status=200} = 6.333979945338797E-4 (flask)
            requests/http hold.sum {method=GET, route=/orders/<id>, status=404} = 5.485099973157048E-5 (flask)
            requests/http hold.sum {method=GET, route=None, status=404} = 1.6441299885627814E-4 (flask)
            requests/http hold.sum {method=POST, route=None, status=404} = 3.6768499921890907E-4 (flask)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
