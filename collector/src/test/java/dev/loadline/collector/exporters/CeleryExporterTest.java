package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Celery through celery-exporter: three processes and two threads, all busy; nine tasks wait in one
 * queue, one in another.
 */
class CeleryExporterTest {
  @Test
  void version012() {
    Exposed exposed = Exposed.in("celery-exporter-0.12.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            workers/app-1 in_use = 3.0 (celery)
            workers/app-2 in_use = 2.0 (celery)
            workers/celery acquired {route=shop.charge} = 12.0 (celery)
            workers/celery acquired {route=shop.fail} = 2.0 (celery)
            workers/celery hold.count {route=shop.charge} = 8.0 (celery)
            workers/celery hold.sum {route=shop.charge} = 0.4905089979911281 (celery)
            workers/celery limit = 3.0 (celery)
            workers/celery rejected {route=shop.charge} = 0.0 (celery)
            workers/celery rejected {route=shop.fail} = 0.0 (celery)
            workers/celery wait.count {route=shop.charge} = 12.0 (celery)
            workers/celery wait.count {route=shop.fail} = 2.0 (celery)
            workers/celery wait.sum {route=shop.charge} = 0.21099257469177246 (celery)
            workers/celery wait.sum {route=shop.fail} = 0.12456703186035156 (celery)
            workers/celery waiting = 9.0 (celery)
            workers/slow acquired {route=shop.charge} = 1.0 (celery)
            workers/slow limit = 3.0 (celery)
            workers/slow rejected {route=shop.charge} = 0.0 (celery)
            workers/slow wait.count {route=shop.charge} = 1.0 (celery)
            workers/slow wait.sum {route=shop.charge} = 0.009839773178100586 (celery)
            workers/slow waiting = 1.0 (celery)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void anotherPrefixIsTheSame() {
    Exposed exposed =
        Exposed.of(Exposed.text("celery-exporter-0.12.txt").replace("celery_", "jobs_"));

    assertThat(exposed.signals().lines().filter(line -> line.contains("(celery")))
        .containsExactlyElementsOf(
            Exposed.in("celery-exporter-0.12.txt").signals().lines().toList());
  }
}
