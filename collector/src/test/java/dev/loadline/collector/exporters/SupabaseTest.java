package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hosted PostgreSQL. */
class SupabaseTest {
  @Test
  void oneEndpointForAll() {
    Exposed exposed = Exposed.in("written/supabase.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cache/postgres hits = 9000.0 (supabase)
            cache/postgres misses = 100.0 (supabase)
            memory/host in_use = 6.0E8 (node_exporter derived)
            memory/host limit = 1.0E9 (node_exporter)
            pool/postgres in_use = 4.0 (pgbouncer_exporter)
            pool/postgres limit = 15.0 (pgbouncer_exporter derived)
            pool/postgres wait.count = 800.0 (pgbouncer_exporter)
            pool/postgres wait.sum = 0.5 (pgbouncer_exporter)
            pool/postgres waiting = 0.0 (pgbouncer_exporter)
            server-connections/postgres in_use = 11.0 (supabase)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
