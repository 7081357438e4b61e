package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The kubelet beside cAdvisor. */
class KubeletTest {
  @Test
  void resourcesAndVolumes() {
    Exposed exposed = Exposed.in("written/kubelet.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/host in_use_seconds = 620.5 (kubelet)
            cpu/shop/orders-7d9f-x2v4k/orders in_use_seconds = 41.0 (cadvisor)
            disk/shop/orders-db in_use = 4.0E9 (kubelet)
            disk/shop/orders-db limit = 1.0E10 (kubelet)
            memory/host in_use = 4.0E9 (kubelet)
            memory/shop/orders-7d9f-x2v4k/orders in_use = 2.0E8 (cadvisor)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
