package dev.loadline.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.discovery.DnsServer.Resource;
import io.vertx.core.Vertx;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DnsDiscoveryTest {
  private static final List<String> TWO =
      List.of(
          "orders 10.0.0.1:9464 http://10.0.0.1:9464/metrics",
          "orders 10.0.0.2:9464 http://10.0.0.2:9464/metrics");

  private final Vertx vertx = Vertx.vertx();
  private final DnsServer server = new DnsServer(vertx);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void everyAddressOfANameIsATarget() throws Exception {
    server.answers(Resource.a(10, 0, 0, 1), Resource.a(10, 0, 0, 2));
    try (Found found = addresses()) {
      await().until(() -> found.targets().equals(TWO));
      server.answers(Resource.a(10, 0, 0, 2));

      await().until(() -> found.targets().equals(TWO.subList(1, 2)));
    }
  }

  @Test
  void addressesOfVersionSixStandInBrackets() throws Exception {
    server.answers(Resource.aaaa(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    try (Found found = found("type: aaaa, port: 9464")) {
      await().until(found::heard);

      assertThat(found.all())
          .singleElement()
          .satisfies(
              target -> {
                assertThat(target.url().getHost()).startsWith("[2001:db8:");
                assertThat(target.url().getPort()).isEqualTo(9464);
              });
    }
  }

  @Test
  void servicesTellTheirPortsAndHosts() throws Exception {
    server.answers(
        Resource.srv(60, 9464, "a.orders.internal"), Resource.srv(60, 9465, "b.orders.internal"));
    try (Found found = found("type: srv, scheme: https, path: /m")) {
      await().until(found::heard);

      assertThat(found.targets())
          .containsExactly(
              "orders a.orders.internal:9464 https://a.orders.internal:9464/m",
              "orders b.orders.internal:9465 https://b.orders.internal:9465/m");
    }
  }

  @Test
  void whatExpiresSoonIsAskedForSoon() throws Exception {
    server.answers(Resource.srv(1, 9464, "a.internal"));
    try (Found found = found("type: srv, interval: 1h")) {
      await().until(found::heard);
      server.answers(Resource.srv(3600, 9464, "b.internal"));

      await().until(() -> found.targets().get(0).contains("b.internal"));
    }
  }

  @Test
  void aNameThatIsNotThereHasNoTargets() throws Exception {
    server.answers(Resource.a(10, 0, 0, 1), Resource.a(10, 0, 0, 2));
    try (Found found = addresses()) {
      await().until(() -> found.targets().equals(TWO));
      server.fails(3);

      await().until(() -> found.targets().isEmpty());
      assertThat(found.reason()).isEmpty();
    }
  }

  @Test
  void aServerThatFailsTakesNothing() throws Exception {
    server.answers(Resource.a(10, 0, 0, 1), Resource.a(10, 0, 0, 2));
    try (Found found = addresses()) {
      await().until(() -> found.targets().equals(TWO));
      server.fails(2);

      await().until(() -> found.failures() > 0);
      assertThat(found.targets()).isEqualTo(TWO);
      assertThat(found.reason())
          .isEqualTo("orders.internal: SERVFAIL; what it stood for last stays");
    }
  }

  @Test
  void aSilentServerTakesNothing() throws Exception {
    server.answers(Resource.a(10, 0, 0, 1), Resource.a(10, 0, 0, 2));
    try (Found found = addresses()) {
      await().until(() -> found.targets().equals(TWO));
      server.silent();

      await().until(() -> found.failures() > 0);
      assertThat(found.targets()).isEqualTo(TWO);
      assertThat(found.reason()).startsWith("orders.internal: ");

      server.answers(Resource.a(10, 0, 0, 2));
      await().until(() -> found.targets().equals(TWO.subList(1, 2)));
      assertThat(found.reason()).isEmpty();
    }
  }

  @Test
  void aPortIsNeededExactlyWhereRecordsTellNone() {
    assertThatThrownBy(() -> Found.settings("dns: {service: a, name: b}"))
        .hasMessageContaining("addresses have no port; add 'port'");
    assertThatThrownBy(() -> Found.settings("dns: {service: a, name: b, type: srv, port: 1}"))
        .hasMessageContaining("SRV records tell the port; leave 'port' out");
  }

  private Found addresses() {
    return found("port: 9464");
  }

  private Found found(String more) {
    String yaml =
        "dns: {service: orders, name: orders.internal, interval: 1s, timeout: 1s, server:"
            + " \"%s\", %s}";
    return Found.by(
        vertx,
        (more.contains("interval") ? yaml.replace("interval: 1s, ", "") : yaml)
            .formatted(server.address(), more));
  }
}
