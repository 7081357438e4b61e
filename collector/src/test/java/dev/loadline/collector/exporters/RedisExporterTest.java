package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.catalogue.Dropped;
import org.junit.jupiter.api.Test;

/** Redis through redis_exporter: 100 clients at most, 64 MB, four clients that wait for a list. */
class RedisExporterTest {
  @Test
  void version145() {
    Exposed exposed = Exposed.in("redis_exporter-1.45.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cache/redis hits = 20030.0 (redis_exporter)
            cache/redis misses = 30.0 (redis_exporter)
            memory/redis in_use = 744512.0 (redis_exporter)
            memory/redis limit = 6.7108864E7 (redis_exporter)
            server-connections/redis acquired = 246.0 (redis_exporter)
            server-connections/redis in_use = 7.0 (redis_exporter)
            server-connections/redis limit = 100.0 (redis_exporter)
            server-connections/redis rejected = 35.0 (redis_exporter)
            server-cpu/redis acquired = 80098.0 (redis_exporter)
            server-cpu/redis in_use_seconds = 0.6776310000000001 (redis_exporter)
            server-cpu/redis limit = 1.0 (redis_exporter derived)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void version188() {
    Exposed exposed = Exposed.in("redis_exporter-1.88.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cache/redis hits = 20032.0 (redis_exporter)
            cache/redis misses = 30.0 (redis_exporter)
            memory/redis in_use = 917328.0 (redis_exporter)
            memory/redis limit = 6.7108864E7 (redis_exporter)
            server-connections/redis acquired = 247.0 (redis_exporter)
            server-connections/redis in_use = 7.0 (redis_exporter)
            server-connections/redis limit = 100.0 (redis_exporter)
            server-connections/redis rejected = 35.0 (redis_exporter)
            server-cpu/redis acquired = 80106.0 (redis_exporter)
            server-cpu/redis in_use_seconds = 0.6781039999999999 (redis_exporter)
            server-cpu/redis limit = 1.0 (redis_exporter derived)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void noMaxmemoryIsNoLimit() {
    Exposed exposed = Exposed.in("redis_exporter-unlimited.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cache/redis hits = 0.0 (redis_exporter)
            cache/redis misses = 0.0 (redis_exporter)
            memory/redis in_use = 965792.0 (redis_exporter)
            server-connections/redis acquired = 1.0 (redis_exporter)
            server-connections/redis in_use = 1.0 (redis_exporter)
            server-connections/redis limit = 10000.0 (redis_exporter)
            server-connections/redis rejected = 0.0 (redis_exporter)
            server-cpu/redis acquired = 2.0 (redis_exporter)
            server-cpu/redis in_use_seconds = 0.011311 (redis_exporter)
            server-cpu/redis limit = 1.0 (redis_exporter derived)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void anotherNamespaceIsTheSame() {
    Exposed exposed =
        Exposed.of(Exposed.text("redis_exporter-1.88.txt").replace("redis_", "shop_"));

    assertThat(exposed.signals().lines().filter(line -> line.contains("(redis_exporter")))
        .containsExactlyElementsOf(
            Exposed.in("redis_exporter-1.88.txt").signals().lines().toList());
  }

  @Test
  void theExportersOwnProcessIsNotThatOfRedis() {
    assertThat(Exposed.in("redis_exporter-1.45.txt").recognition().dropped())
        .contains(new Dropped("process_cpu_seconds_total", "of the exporter itself"));
  }
}
