package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requests under the names that most libraries use. */
class HttpRequestDurationTest {
  @Test
  void fastapiInstrumentator() {
    Exposed exposed = Exposed.in("fastapi-instrumentator-8.1.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.38 (process)
            descriptors/process in_use = 13.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 5.0765824E7 (process)
            requests/http acquired {method=GET, route=/orders/{id}, status=2xx} = 9.0 (http)
            requests/http acquired {method=GET, route=/orders/{id}, status=4xx} = 1.0 (http)
            requests/http acquired {method=GET, route=none, status=4xx} = 1.0 (http)
            requests/http acquired {method=POST, route=/orders, status=2xx} = 2.0 (http)
            requests/http hold.count {method=GET, route=/orders/{id}} = 10.0 (http)
            requests/http hold.count {method=GET, route=none} = 1.0 (http)
            requests/http hold.count {method=POST, route=/orders} = 2.0 (http)
            requests/http hold.sum {method=GET, route=/orders/{id}} = 0.22136985100223683 (http)
            requests/http hold.sum {method=GET, route=none} = 5.425740018836223E-4 (http)
            requests/http hold.sum {method=POST, route=/orders} = 0.3038599789979344 (http)
            requests/http in_use {method=GET, route=/orders/{id}} = 0.0 (http)
            requests/http in_use {method=GET, route=/slow} = 2.0 (http)
            requests/http in_use {method=GET, route=none} = 0.0 (http)
            requests/http in_use {method=POST, route=/orders} = 0.0 (http)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void fastifyMetrics() {
    Exposed exposed = Exposed.in("fastify-metrics-13.2.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.060547 (process)
            descriptors/process in_use = 24.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/heap in_use = 1.2510048E7 (prom-client)
            memory/process in_use = 6.6834432E7 (process)
            requests/http hold.count {method=GET, route=/orders/:id, status=200} = 9.0 (http)
            requests/http hold.count {method=GET, route=/orders/:id, status=404} = 1.0 (http)
            requests/http hold.sum {method=GET, route=/orders/:id, status=200} = 0.20450271699999997 (http)
            requests/http hold.sum {method=GET, route=/orders/:id, status=404} = 0.020375974 (http)
            sockets/node in_use = 3.0 (prom-client)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void bucketsOfAllRoutesButTheScrapes() {
    assertThat(Exposed.in("fastapi-instrumentator-8.1.txt").buckets("requests/http", "hold"))
        .isEqualTo(12);
  }

  @Test
  void millisecondsBecomeSecondsAndTheScrapesAreLeftOut() {
    assertThat(
            Exposed.of(
                    """
                    http_request_duration_ms_sum{route="/orders",code="200"} 1500
                    http_request_duration_ms_count{route="/orders",code="200"} 3
                    http_request_duration_milliseconds_count{path="/carts",status="200"} 2
                    http_requests_total{path="/metrics",status="200"} 9
                    http_requests_in_progress{method="GET"} 4
                    """)
                .signals())
        .isEqualTo(
            """
            requests/http hold.count {route=/carts, status=200} = 2.0 (http)
            requests/http hold.count {route=/orders, status=200} = 3.0 (http)
            requests/http hold.sum {route=/orders, status=200} = 1.5 (http)
            requests/http in_use {method=GET} = 4.0 (http)
            """);
  }
}
