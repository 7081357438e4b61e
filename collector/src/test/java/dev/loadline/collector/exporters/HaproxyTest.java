package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * HAProxy: two servers of two sessions each, all busy, and four sessions that wait; a third has no
 * limit.
 */
class HaproxyTest {
  @Test
  void version26() {
    Exposed exposed = Exposed.in("haproxy-2.6.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            pool/app/app1 acquired = 2.0 (haproxy)
            pool/app/app1 in_use = 2.0 (haproxy)
            pool/app/app1 limit = 2.0 (haproxy)
            pool/app/app1 waiting = 0.0 (haproxy)
            pool/app/app2 acquired = 15.0 (haproxy)
            pool/app/app2 in_use = 2.0 (haproxy)
            pool/app/app2 limit = 2.0 (haproxy)
            pool/app/app2 waiting = 0.0 (haproxy)
            pool/app/app3 acquired = 0.0 (haproxy)
            pool/app/app3 in_use = 0.0 (haproxy)
            pool/app/app3 waiting = 0.0 (haproxy)
            pool/tcpdb/pg acquired = 0.0 (haproxy)
            pool/tcpdb/pg in_use = 0.0 (haproxy)
            pool/tcpdb/pg waiting = 0.0 (haproxy)
            queue/app waiting = 4.0 (haproxy)
            queue/tcpdb waiting = 0.0 (haproxy)
            server-connections/haproxy acquired = 30.0 (haproxy)
            server-connections/haproxy in_use = 9.0 (haproxy)
            server-connections/haproxy limit = 200.0 (haproxy)
            sockets/stats acquired = 1.0 (haproxy)
            sockets/stats in_use = 1.0 (haproxy)
            sockets/stats limit = 200.0 (haproxy)
            sockets/stats rejected = 0.0 (haproxy)
            sockets/web acquired = 21.0 (haproxy)
            sockets/web in_use = 8.0 (haproxy)
            sockets/web limit = 100.0 (haproxy)
            sockets/web rejected = 0.0 (haproxy)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
