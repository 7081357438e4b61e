package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Envoy. */
class EnvoyTest {
  @Test
  void clusters() {
    Exposed exposed = Exposed.in("written/envoy.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            pool/orders hold.count = 80.0 (envoy)
            pool/orders hold.sum = 1.6400000000000001 (envoy)
            pool/orders in_use = 12.0 (envoy)
            pool/orders limit = 1024.0 (envoy derived)
            pool/orders rejected = 4.0 (envoy)
            pool/orders timeouts = 1.0 (envoy)
            pool/orders waiting = 3.0 (envoy)
            sockets/ingress in_use = 20.0 (envoy)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void bucketsBecomeSeconds() {
    assertThat(Exposed.in("written/envoy.txt").recognition().samples())
        .extracting(sample -> sample.series().labels().getOrDefault("le", ""))
        .contains("0.025", "+Inf");
  }

  @Test
  void withoutTrackRemainingThereIsNoLimit() {
    assertThat(
            Exposed.of(
                    """
                    envoy_cluster_upstream_rq_active{envoy_cluster_name="orders"} 12
                    envoy_http_downstream_cx_overload_reject_total{envoy_http_conn_manager_prefix="ingress"} 1
                    """)
                .signals())
        .isEqualTo(
            """
            pool/orders in_use = 12.0 (envoy)
            sockets/ingress rejected = 1.0 (envoy)
            """);
  }
}
