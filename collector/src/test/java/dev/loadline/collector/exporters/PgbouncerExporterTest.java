package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.catalogue.Dropped;
import org.junit.jupiter.api.Test;

/**
 * PgBouncer through pgbouncer_exporter: pools of 4 and 5 and a reserve of 2; two users of orders,
 * three clients that wait.
 */
class PgbouncerExporterTest {
  @Test
  void version012() {
    Exposed exposed = Exposed.in("pgbouncer_exporter-0.12.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            pool/orders in_use = 8.0 (pgbouncer_exporter)
            pool/orders in_use_seconds = 106.088358 (pgbouncer_exporter)
            pool/orders limit = 6.0 (pgbouncer_exporter derived)
            pool/orders wait.count = 27.0 (pgbouncer_exporter)
            pool/orders wait.sum = 10.064133 (pgbouncer_exporter)
            pool/orders waiting = 3.0 (pgbouncer_exporter)
            pool/small in_use = 0.0 (pgbouncer_exporter)
            pool/small in_use_seconds = 0.0 (pgbouncer_exporter)
            pool/small limit = 7.0 (pgbouncer_exporter derived)
            pool/small wait.count = 0.0 (pgbouncer_exporter)
            pool/small wait.sum = 0.009101 (pgbouncer_exporter)
            pool/small waiting = 0.0 (pgbouncer_exporter)
            server-connections/pgbouncer in_use = 13.0 (pgbouncer_exporter)
            server-connections/pgbouncer limit = 60.0 (pgbouncer_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void theAdministratorsConsoleIsNoPool() {
    assertThat(Exposed.in("pgbouncer_exporter-0.12.txt").recognition().dropped())
        .contains(
            new Dropped(
                "pgbouncer_pools_server_active_connections", "the administrators' console"));
  }
}
