package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A pool of pgx: three connections, all in use. */
class PgxpoolTest {
  @Test
  void version11() {
    Exposed exposed = Exposed.in("pgxpool-1.1.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.01 (process)
            descriptors/process in_use = 14.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 1.3647872E7 (process)
            pool/orders acquired = 24.0 (go derived)
            pool/orders in_use = 3.0 (go)
            pool/orders limit = 3.0 (go)
            pool/orders timeouts = 0.0 (go)
            pool/orders wait.count = 24.0 (go)
            pool/orders wait.sum = 7.207306942000001 (go)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
