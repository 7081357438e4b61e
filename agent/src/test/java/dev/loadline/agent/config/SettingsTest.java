package dev.loadline.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static Settings read(
      @Nullable String arguments, Map<String, String> properties, Map<String, String> environment) {
    return Settings.read(arguments, properties::get, environment::get);
  }

  @Test
  void whereNobodySaysAnythingTheDefaultsHold() {
    Settings settings = read(null, Map.of(), Map.of());
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(9464);
    assertThat(settings.enabled()).isTrue();
    assertThat(settings.serviceName()).isEqualTo("unknown_service:java");
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void argumentsComeBeforePropertiesBeforeEnvironmentBeforeOpenTelemetry() {
    Map<String, String> environment =
        Map.of(
            "LOADLINE_PORT",
            "3",
            "OTEL_EXPORTER_PROMETHEUS_PORT",
            "4",
            "OTEL_SERVICE_NAME",
            "shop");
    assertThat(read("port=1", Map.of("loadline.port", "2"), environment).port()).isEqualTo(1);
    assertThat(read("", Map.of("loadline.port", "2"), environment).port()).isEqualTo(2);
    assertThat(read(null, Map.of(), environment).port()).isEqualTo(3);
    assertThat(read(null, Map.of(), Map.of("OTEL_EXPORTER_PROMETHEUS_PORT", "4")).port())
        .isEqualTo(4);
    assertThat(read(null, Map.of(), environment).serviceName()).isEqualTo("shop");
  }

  @Test
  void allProblemsAreListedAndTheDefaultsHold() {
    Settings settings = read("prot=1,port=70000,enabled=maybe,host", Map.of(), Map.of());
    assertThat(settings.problems())
        .containsExactly(
            "unknown argument \"prot\", the nearest is port",
            "argument host has no value, want host=VALUE",
            "port=\"70000\" is not a number from 0 to 65535, 9464 holds",
            "enabled=\"maybe\" is not true or false, true holds");
    assertThat(settings.port()).isEqualTo(9464);
    assertThat(settings.enabled()).isTrue();
  }

  @Test
  void aHoldIsSuspectedToBeALeakOnlyWhereAThresholdIsGiven() {
    assertThat(read(null, Map.of(), Map.of()).leakMillis()).isZero();
    assertThat(read("leak_threshold=30000", Map.of(), Map.of()).leakMillis()).isEqualTo(30_000);
    Settings wrong = read("leak_threshold=30s", Map.of(), Map.of());
    assertThat(wrong.leakMillis()).isZero();
    assertThat(wrong.problems())
        .containsExactly("leak_threshold=\"30s\" is not a number of milliseconds, 0 holds");
  }

  @Test
  void theServicesNameMayStandInTheResourceAttributes() {
    Map<String, String> environment =
        Map.of("OTEL_RESOURCE_ATTRIBUTES", "service.name=orders,deployment.environment=test");
    assertThat(read(null, Map.of(), environment).serviceName()).isEqualTo("orders");
    assertThat(read(null, Map.of(), environment).attributes())
        .containsEntry("deployment.environment", "test");
  }

  @Test
  void pushesGoWhereOpenTelemetrysVariablesSay() {
    Map<String, String> environment =
        Map.of(
            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/",
            "OTEL_EXPORTER_OTLP_HEADERS", "authorization=Basic%20abc+=,tenant=a",
            "OTEL_METRIC_EXPORT_INTERVAL", "10000");
    Settings settings = read(null, Map.of(), environment);
    assertThat(settings.pushEndpoint()).isEqualTo("http://collector:4318/v1/metrics");
    assertThat(settings.pushHeaders())
        .isEqualTo(Map.of("authorization", "Basic abc+=", "tenant", "a"));
    assertThat(settings.pushMillis()).isEqualTo(10_000);
    assertThat(read("metrics_exporter=none", Map.of(), environment).pushEndpoint()).isEmpty();
    assertThat(read("otlp_metrics_endpoint=https://other/x", Map.of(), environment).pushEndpoint())
        .isEqualTo("https://other/x");
    assertThat(read(null, Map.of(), Map.of()).pushEndpoint()).isEmpty();
  }

  @Test
  void whatIsNoPlaceToPushToIsToldWithoutShowingIt() {
    Settings settings =
        read("otlp_endpoint=user:secret@host,metric_export_interval=1s", Map.of(), Map.of());
    assertThat(settings.problems())
        .containsExactly(
            "metric_export_interval=\"1s\" is not a number of milliseconds, 60000 holds",
            "otlp_endpoint does not begin with http:// or https://, nothing is pushed");
    assertThat(settings.pushEndpoint()).isEmpty();
  }

  @Test
  void redisPrefixesAreSixteenAtMost() {
    assertThat(read("redis_prefixes=session:; cart:;;", Map.of(), Map.of()).redisPrefixes())
        .containsExactly("session:", "cart:");
    assertThat(read(null, Map.of(), Map.of()).redisPrefixes()).isEmpty();
    Settings many = read("redis_prefixes=" + "a;".repeat(17), Map.of(), Map.of());
    assertThat(many.redisPrefixes()).hasSize(16);
    assertThat(many.problems())
        .containsExactly("redis_prefixes names more than 16, the first 16 hold");
  }
}
