package dev.loadline.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadline.collector.CollectorSettings;
import dev.loadline.collector.yaml.ProblemsException;
import dev.loadline.collector.yaml.YamlDocument;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaticDiscoveryTest {

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(Discovery.class))
        .hasAtLeastOneElementOfType(StaticDiscovery.class);
  }

  @Test
  void everyTargetBecomesAnAddress() {
    StaticDiscovery.Settings settings =
        new StaticDiscovery.Settings("orders", List.of("a:9464", "[::1]:80"), "/metrics");

    assertThat(settings.all())
        .isEqualTo(
            Set.of(
                new Target("orders", URI.create("http://a:9464/metrics")),
                new Target("orders", URI.create("http://[::1]:80/metrics"))));
  }

  @Test
  void isChosenInTheConfiguration() {
    CollectorSettings settings =
        bind(
            """
            discovery:
              - static: {service: orders, targets: ["127.0.0.1:9464"]}
            """);

    assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.retention()).isEqualTo(Duration.ofDays(35));
    assertThat(settings.discovery())
        .singleElement()
        .satisfies(
            chosen ->
                assertThat(chosen.settings())
                    .isEqualTo(
                        new StaticDiscovery.Settings(
                            "orders", List.of("127.0.0.1:9464"), "/metrics")));
  }

  @Test
  void everySlipIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                bind(
                    """
                    intervall: 10s
                    discovery:
                      - statik: {}
                      - static: {service: orders, targets: ["http://a:1"]}
                      - static: {targets: []}
                    """))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(
            """
            loadline.yaml:1: unknown key 'intervall' at the top level; did you mean 'interval'?
            loadline.yaml:3: unknown key 'statik' under discovery[0]; did you mean 'static'?
            loadline.yaml:4: discovery[1].static: write targets as host:port, not 'http://a:1'
            loadline.yaml:5: missing key 'service' under discovery[2].static; it takes text""");
  }

  private static CollectorSettings bind(String text) {
    return YamlDocument.parse("loadline.yaml", text).bind(CollectorSettings.class);
  }
}
