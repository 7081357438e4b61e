package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** MariaDB through mysqld_exporter: 30 connections at most, eight clients turned away. */
class MysqldExporterTest {
  @Test
  void version020() {
    Exposed exposed = Exposed.in("mysqld_exporter-0.20.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cache/innodb hits = 1430.0 (mysqld_exporter derived)
            cache/innodb misses = 170.0 (mysqld_exporter)
            descriptors/mysql in_use = 29.0 (mysqld_exporter)
            descriptors/mysql limit = 20000.0 (mysqld_exporter)
            server-connections/mysql acquired = 38.0 (mysqld_exporter)
            server-connections/mysql in_use = 9.0 (mysqld_exporter)
            server-connections/mysql limit = 30.0 (mysqld_exporter)
            server-connections/mysql rejected = 8.0 (mysqld_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
