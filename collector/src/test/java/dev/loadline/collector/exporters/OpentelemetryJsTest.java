package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** OpenTelemetry in Node.js: a pool of two, both in use. */
class OpentelemetryJsTest {
  @Test
  void secondsWithoutAUnitInTheName() {
    Exposed exposed = Exposed.in("opentelemetry-js-0.223.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            event-loop/node in_use_seconds = 0.2065222089993258 (opentelemetry)
            event-loop/node limit = 1.0 (opentelemetry derived)
            event-loop/node utilisation = 0.03903487662951444 (opentelemetry)
            memory/heap in_use = 1.865172E7 (opentelemetry)
            pool/127.0.0.1:15432/orders in_use = 2.0 (opentelemetry)
            pool/127.0.0.1:15432/orders limit = 2.0 (opentelemetry)
            pool/127.0.0.1:15432/orders waiting = 0.0 (opentelemetry)
            requests/http hold.count {method=GET, status=200} = 9.0 (opentelemetry)
            requests/http hold.count {method=GET, status=404} = 2.0 (opentelemetry)
            requests/http hold.count {method=POST, status=404} = 2.0 (opentelemetry)
            requests/http hold.sum {method=GET, status=200} = 0.17313575699999997 (opentelemetry)
            requests/http hold.sum {method=GET, status=404} = 0.00500787 (opentelemetry)
            requests/http hold.sum {method=POST, status=404} = 0.0030792119999999996 (opentelemetry)
            sockets/node in_use = 6.0 (opentelemetry)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
