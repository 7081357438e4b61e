package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Starlette through both of its exporters. */
class StarletteExporterTest {
  @Test
  void starletteExporter() {
    Exposed exposed = Exposed.in("starlette_exporter-0.24.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.38 (process)
            descriptors/process in_use = 13.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 4.89472E7 (process)
            requests/http acquired {method=GET, route=/orders/{id}, status=200} = 9.0 (starlette)
            requests/http acquired {method=GET, route=/orders/{id}, status=404} = 1.0 (starlette)
            requests/http hold.count {method=GET, route=/orders/{id}, status=200} = 9.0 (starlette)
            requests/http hold.count {method=GET, route=/orders/{id}, status=404} = 1.0 (starlette)
            requests/http hold.sum {method=GET, route=/orders/{id}, status=200} = 0.19484657499197056 (starlette)
            requests/http hold.sum {method=GET, route=/orders/{id}, status=404} = 0.02063744599945494 (starlette)
            requests/http in_use {method=GET} = 3.0 (starlette)
            requests/http in_use {method=POST} = 0.0 (starlette)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void starlettePrometheus() {
    Exposed exposed = Exposed.in("starlette-prometheus-0.10.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.18000000000000002 (process)
            descriptors/process in_use = 13.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 3.2555008E7 (process)
            requests/http acquired {method=GET, route=/nowhere, status=404} = 1.0 (starlette)
            requests/http acquired {method=GET, route=/orders/{id}, status=200} = 9.0 (starlette)
            requests/http acquired {method=GET, route=/orders/{id}, status=404} = 1.0 (starlette)
            requests/http acquired {method=POST, route=/orders, status=404} = 2.0 (starlette)
            requests/http hold.count {method=GET, route=/nowhere} = 1.0 (starlette)
            requests/http hold.count {method=GET, route=/orders/{id}} = 10.0 (starlette)
            requests/http hold.count {method=POST, route=/orders} = 2.0 (starlette)
            requests/http hold.sum {method=GET, route=/nowhere} = 1.781840001058299E-4 (starlette)
            requests/http hold.sum {method=GET, route=/orders/{id}} = 0.2117492979959934 (starlette)
            requests/http hold.sum {method=POST, route=/orders} = 3.614050001488067E-4 (starlette)
            requests/http in_use {method=GET, route=/nowhere} = 0.0 (starlette)
            requests/http in_use {method=GET, route=/orders/{id}} = 0.0 (starlette)
            requests/http in_use {method=GET, route=/slow} = 2.0 (starlette)
            requests/http in_use {method=POST, route=/orders} = 0.0 (starlette)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
