package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A Go service with database/sql: a pool of three, all in use. */
class GoClientTest {
  @Test
  void clientGolang125() {
    Exposed exposed = Exposed.in("client_golang-1.25.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.01 (process)
            descriptors/process in_use = 26.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 1.2423168E7 (process)
            pool/orders in_use = 3.0 (go)
            pool/orders limit = 3.0 (go)
            pool/orders wait.count = 29.0 (go)
            pool/orders wait.sum = 8.824851611 (go)
            requests/http hold.count {method=get, status=200} = 5.0 (http)
            requests/http hold.sum {method=get, status=200} = 2.805479703 (http)
            requests/http in_use = 1.0 (http)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
