package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OtlpPushIT {

  private static final String HOME = System.getProperty("java.home");
  private static final String POOL = "{kind=\"pool\",resource=\"orders\",library=\"hikaricp\",}";
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @TempDir Path directory;

  private final ConcurrentLinkedDeque<ExportMetricsServiceRequest> taken =
      new ConcurrentLinkedDeque<>();
  private final ConcurrentLinkedDeque<String> heads = new ConcurrentLinkedDeque<>();
  private volatile int status = 200;
  private HttpServer collector;

  @BeforeEach
  void collect() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/", this::take);
    collector.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
      ExportMetricsServiceRequest request =
          ExportMetricsServiceRequest.parseFrom(body.readAllBytes());
      heads.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().getFirst("Content-Type")
              + " "
              + exchange.getRequestHeaders().getFirst("api-key"));
      taken.add(request);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @AfterEach
  void end() {
    collector.stop(0);
  }

  private ChildJvm start(String home, String more, String... options) throws IOException {
    String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort();
    String arguments =
        "port=0,service_name=shop,metric_export_interval=300,otlp_headers=api-key=a%20b" + more;
    return ChildJvm.start(
            home,
            directory,
            arguments + ",otlp_endpoint=" + endpoint,
            List.of(options),
            PoolApp.class)
        .ready();
  }

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void whatIsPushedIsWhatIsExposed(String home) throws Exception {
    try (ChildJvm jvm = start(home, "")) {
      await()
          .atMost(PATIENCE)
          .until(() -> jvm.metrics().contains("http_server_request_duration_seconds"));
      await().atMost(PATIENCE).until(() -> taken.size() > 1);
      assertThat(heads.getLast()).isEqualTo("POST /v1/metrics application/x-protobuf a b");
      String exposed = jvm.metrics();
      int before = taken.size();
      await().atMost(PATIENCE).until(() -> taken.size() > before + 1);
      Map<String, Metric> metrics = metrics(taken.getLast());
      assertThat(metrics.keySet()).isEqualTo(names(exposed));
      for (String counter : List.of("acquired_total", "timeouts_total", "in_use_seconds_total")) {
        Metric metric = requireNonNull(metrics.get("loadline_resource_" + counter));
        assertThat(metric.getSum().getIsMonotonic()).isTrue();
        assertThat(ofPool(metric.getSum().getDataPointsList()).getAsDouble())
            .isEqualTo(sample(exposed, "loadline_resource_" + counter + POOL));
      }
      assertThat(
              ofPool(
                      requireNonNull(metrics.get("loadline_resource_limit"))
                          .getGauge()
                          .getDataPointsList())
                  .getAsDouble())
          .isEqualTo(2);
      HistogramDataPoint holds =
          requireNonNull(metrics.get("loadline_resource_hold_seconds"))
              .getHistogram()
              .getDataPointsList()
              .stream()
              .filter(point -> point.getAttributesList().toString().contains("orders"))
              .findFirst()
              .orElseThrow();
      assertThat(holds.getCount()).isEqualTo(6);
      assertThat(holds.getBucketCountsList().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(6);
      assertThat(holds.getBucketCountsCount()).isEqualTo(holds.getExplicitBoundsCount() + 1);
      assertThat(holds.getSum())
          .isEqualTo(sample(exposed, "loadline_resource_hold_seconds_sum" + POOL));
      assertThat(taken.getLast().getResourceMetrics(0).getResource().toString())
          .contains("service.name", "shop");
    }
  }

  private static Map<String, Metric> metrics(ExportMetricsServiceRequest request) {
    return request.getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .collect(Collectors.toMap(Metric::getName, metric -> metric));
  }

  private static Set<String> names(String exposed) {
    return exposed
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" ", -1)[2])
        .filter(name -> !name.equals("target_info"))
        .collect(Collectors.toSet());
  }

  private static NumberDataPoint ofPool(List<NumberDataPoint> points) {
    return points.stream()
        .filter(point -> point.getAttributesList().toString().contains("orders"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCollectorThatRefusesIsToldOfOnceAndTriedAgain() throws Exception {
    status = 503;
    try (ChildJvm jvm = start(HOME, "")) {
      await().atMost(PATIENCE).until(() -> taken.size() > 2);
      assertThat(jvm.err().lines().filter(line -> line.contains("the push to ")))
          .singleElement()
          .asString()
          .endsWith("/v1/metrics failed, retrying: status 503");
      assertThat(jvm.err()).doesNotContain("a b").doesNotContain("a%20b");
      assertThat(sample(jvm.metrics(), "loadline_agent_push_errors_total"))
          .isGreaterThanOrEqualTo(2);
      status = 200;
      int before = taken.size();
      await().atMost(PATIENCE).until(() -> taken.size() > before + 2);
      assertThat(sample(jvm.metrics(), "loadline_agent_sent_bytes_total{by=\"push\"")).isPositive();
    }
  }

  @Test
  void nothingIsLoadedForAPushThatNobodyWants() throws Exception {
    try (ChildJvm jvm = start(HOME, ",metrics_exporter=none", "-verbose:class")) {
      assertThat(jvm.metrics()).contains("loadline_agent_push_errors_total 0.0");
      assertThat(jvm.out()).contains("dev.loadline.agent.expose.Exposition");
      assertThat(jvm.out()).doesNotContain("opentelemetry").doesNotContain("expose.OtlpEncoder");
    }
    assertThat(taken).isEmpty();
  }
}
