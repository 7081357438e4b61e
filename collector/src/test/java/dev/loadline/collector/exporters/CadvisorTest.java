package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Containers through cAdvisor. */
class CadvisorTest {
  @Test
  void aloneOnAHost() {
    Exposed exposed = Exposed.in("cadvisor.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/host in_use_seconds = 25379.563670397998 (cadvisor)
            cpu/host limit = 2.0 (cadvisor)
            memory//system.slice in_use = 2.728828928E9 (cadvisor)
            memory//system.slice/app-1.service in_use = 1.9828736E7 (cadvisor)
            memory//system.slice/app-2.service in_use = 1.2111872E7 (cadvisor)
            memory//system.slice/app-3.service in_use = 5.16767744E8 (cadvisor)
            memory//system.slice/app-4.service in_use = 6.65673728E8 (cadvisor)
            memory//system.slice/app-5.service in_use = 7786496.0 (cadvisor)
            memory//system.slice/app-6.service in_use = 1.316921344E9 (cadvisor)
            memory/host in_use = 2.353795072E9 (cadvisor)
            memory/host limit = 2.5276514304E10 (cadvisor)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void insideTheKubelet() {
    Exposed exposed = Exposed.in("written/kubelet-cadvisor.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/host in_use_seconds = 620.5 (cadvisor)
            cpu/shop/orders-7d9f-x2v4k/orders in_use_seconds = 41.0 (cadvisor)
            cpu/shop/orders-7d9f-x2v4k/orders limit = 2.0 (cadvisor default)
            descriptors/shop/orders-7d9f-x2v4k/orders in_use = 84.0 (cadvisor)
            memory/host in_use = 4.0E9 (cadvisor)
            memory/shop/orders-7d9f-x2v4k/orders in_use = 2.0E8 (cadvisor)
            memory/shop/orders-7d9f-x2v4k/orders limit = 5.36870912E8 (cadvisor)
            memory/shop/orders-7d9f-x2v4k/sidecar in_use = 1.0E7 (cadvisor)
            sockets/shop/orders-7d9f-x2v4k/orders in_use = 31.0 (cadvisor)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
