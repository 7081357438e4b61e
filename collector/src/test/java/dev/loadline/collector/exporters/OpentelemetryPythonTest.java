package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** OpenTelemetry in Python: two connections in use of a pool that nobody says the limit of. */
class OpentelemetryPythonTest {
  @Test
  void millisecondsByDefault() {
    Exposed exposed = Exposed.in("opentelemetry-python-0.66.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.73 (process)
            descriptors/process in_use = 15.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 7.4412032E7 (process)
            pool/orders in_use = 2.0 (opentelemetry)
            requests/http hold.count {method=GET, route=, status=307} = 1.0 (opentelemetry)
            requests/http hold.count {method=GET, route=, status=404} = 1.0 (opentelemetry)
            requests/http hold.count {method=GET, route=/orders/{id}, status=200} = 10.0 (opentelemetry)
            requests/http hold.count {method=POST, route=, status=404} = 2.0 (opentelemetry)
            requests/http hold.sum {method=GET, route=, status=307} = 0.001 (opentelemetry)
            requests/http hold.sum {method=GET, route=, status=404} = 0.003 (opentelemetry)
            requests/http hold.sum {method=GET, route=/orders/{id}, status=200} = 0.249 (opentelemetry)
            requests/http hold.sum {method=POST, route=, status=404} = 0.006 (opentelemetry)
            requests/http in_use {method=GET} = 3.0 (opentelemetry)
            requests/http in_use {method=POST} = 0.0 (opentelemetry)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void secondsWhenStable() {
    Exposed exposed = Exposed.in("opentelemetry-python-0.66-stable.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.87 (process)
            descriptors/process in_use = 15.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 7.436288E7 (process)
            pool/orders in_use = 2.0 (opentelemetry)
            requests/http hold.count {method=GET, route=, status=307} = 1.0 (opentelemetry)
            requests/http hold.count {method=GET, route=, status=404} = 1.0 (opentelemetry)
            requests/http hold.count {method=GET, route=/orders/{id}, status=200} = 10.0 (opentelemetry)
            requests/http hold.count {method=POST, route=, status=404} = 2.0 (opentelemetry)
            requests/http hold.sum {method=GET, route=, status=307} = 0.001267849002033472 (opentelemetry)
            requests/http hold.sum {method=GET, route=, status=404} = 8.851109996612649E-4 (opentelemetry)
            requests/http hold.sum {method=GET, route=/orders/{id}, status=200} = 0.27597460400647833 (opentelemetry)
            requests/http hold.sum {method=POST, route=, status=404} = 0.006248537003557431 (opentelemetry)
            requests/http in_use {method=GET} = 3.0 (opentelemetry)
            requests/http in_use {method=POST} = 0.0 (opentelemetry)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
