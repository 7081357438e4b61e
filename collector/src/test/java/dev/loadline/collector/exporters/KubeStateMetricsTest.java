package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Kubernetes through kube-state-metrics. */
class KubeStateMetricsTest {
  @Test
  void replicasAndLimits() {
    Exposed exposed = Exposed.in("written/kube-state-metrics.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/shop/orders-7d9f-x2v4k/orders limit = 1.5 (kube-state-metrics)
            instances/shop/carts in_use = 2.0 (kube-state-metrics)
            instances/shop/orders in_use = 3.0 (kube-state-metrics)
            instances/shop/orders limit = 8.0 (kube-state-metrics)
            memory/shop/orders-7d9f-x2v4k/orders limit = 5.36870912E8 (kube-state-metrics)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
