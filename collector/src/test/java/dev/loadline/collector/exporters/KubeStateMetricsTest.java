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

  @Test
  void namesBeforeVersionTwo() {
    assertThat(
            Exposed.of(
                    """
                    kube_hpa_spec_max_replicas{namespace="shop",hpa="orders"} 8
                    kube_pod_container_resource_limits_cpu_cores{namespace="shop",pod="p",container="orders"} 1.5
                    kube_pod_container_resource_limits_memory_bytes{namespace="shop",pod="p",container="orders"} 5e8
                    """)
                .signals())
        .isEqualTo(
            """
            cpu/shop/p/orders limit = 1.5 (kube-state-metrics)
            instances/shop/orders limit = 8.0 (kube-state-metrics)
            memory/shop/p/orders limit = 5.0E8 (kube-state-metrics)
            """);
  }
}
