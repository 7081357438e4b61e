package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Puma and Sidekiq through prometheus_exporter: three threads and two processes busy, five jobs
 * that wait.
 */
class PrometheusExporterRubyTest {
  @Test
  void version22() {
    Exposed exposed = Exposed.in("prometheus_exporter-ruby-2.2.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            requests/http acquired {route=other, status=200} = 5.0 (prometheus_exporter)
            requests/http acquired {route=other, status=404} = 1.0 (prometheus_exporter)
            requests/http hold.count {route=other} = 6.0 (prometheus_exporter)
            requests/http hold.sum {route=other} = 0.12086863799777348 (prometheus_exporter)
            workers/puma in_use = 3.0 (prometheus_exporter derived)
            workers/puma limit = 3.0 (prometheus_exporter)
            workers/puma waiting = 0.0 (prometheus_exporter)
            workers/sidekiq-default hold.count {route=Charge} = 4.0 (prometheus_exporter)
            workers/sidekiq-default hold.sum {route=Charge} = 0.2014287960009824 (prometheus_exporter)
            workers/sidekiq-default in_use = 2.0 (prometheus_exporter)
            workers/sidekiq-default limit = 2.0 (prometheus_exporter)
            workers/sidekiq-default waiting = 5.0 (prometheus_exporter)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void processesOfOneActiveRecordPoolAddUp() {
    assertThat(
            Exposed.of(
                    """
                    ruby_active_record_connection_pool_size{pool_name="primary",pid="7",hostname="a"} 5
                    ruby_active_record_connection_pool_size{pool_name="primary",pid="8",hostname="a"} 5
                    ruby_active_record_connection_pool_busy{pool_name="primary",pid="7",hostname="a"} 4
                    ruby_active_record_connection_pool_busy{pool_name="primary",pid="8",hostname="a"} 1
                    ruby_active_record_connection_pool_waiting{pool_name="primary",pid="7",hostname="a"} 2
                    ruby_active_record_connection_pool_idle{pool_name="primary",pid="8",hostname="a"} 3
                    """)
                .signals())
        .isEqualTo(
            """
            pool/primary in_use = 5.0 (prometheus_exporter)
            pool/primary limit = 10.0 (prometheus_exporter)
            pool/primary waiting = 2.0 (prometheus_exporter)
            """);
  }
}
