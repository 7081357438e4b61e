package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** PostgreSQL through postgres_exporter: 40 connections at most. */
class PostgresExporterTest {
  @Test
  void version011HasALabelForTheServer() {
    Exposed exposed = Exposed.in("postgres_exporter-0.11.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cache/127.0.0.1:15432 hits = 109468.0 (postgres_exporter)
            cache/127.0.0.1:15432 misses = 3080.0 (postgres_exporter)
            server-connections/127.0.0.1:15432 busy_seconds = 57.218735 (postgres_exporter)
            server-connections/127.0.0.1:15432 in_use = 17.0 (postgres_exporter)
            server-connections/127.0.0.1:15432 limit = 40.0 (postgres_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void version020SplitsByWhatIsWaitedFor() {
    Exposed exposed = Exposed.in("postgres_exporter-0.20.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cache/postgres hits = 108036.0 (postgres_exporter)
            cache/postgres misses = 2990.0 (postgres_exporter)
            server-connections/postgres busy_seconds = 57.218735 (postgres_exporter)
            server-connections/postgres in_use = 17.0 (postgres_exporter)
            server-connections/postgres limit = 40.0 (postgres_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
