package dev.loadline.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.catalogue.Dropped;
import dev.loadline.collector.catalogue.Recognition;
import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.signal.Series;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The built-in tables against what the exporters print. */
class CataloguesTest {

  @Test
  void agentPool() throws MalformedException {
    Recognition recognition =
        recognise(
            """
            loadline_resource_limit{kind="pool",resource="orders-db",library="hikaricp"} 15
            loadline_resource_in_use{kind="pool",resource="orders-db",library="hikaricp"} 6
            loadline_resource_in_use_seconds_total{kind="pool",resource="orders-db",library="hikaricp"} 396.5
            loadline_resource_wait_seconds_bucket{kind="pool",resource="orders-db",library="hikaricp",le="0.001"} 3
            loadline_resource_wait_seconds_count{kind="pool",resource="orders-db",library="hikaricp"} 4
            loadline_resource_wait_seconds_sum{kind="pool",resource="orders-db",library="hikaricp"} 0.25
            db_client_connection_max{db_client_connection_pool_name="orders-db"} 15
            """);

    assertThat(lines(recognition))
        .containsExactly(
            "agent pool/orders-db limit VALUE {library=hikaricp} 15.0",
            "agent pool/orders-db in_use VALUE {library=hikaricp} 6.0",
            "agent pool/orders-db in_use_seconds VALUE {library=hikaricp} 396.5",
            "agent pool/orders-db wait BUCKET {le=0.001, library=hikaricp} 3.0",
            "agent pool/orders-db wait COUNT {library=hikaricp} 4.0",
            "agent pool/orders-db wait SUM {library=hikaricp} 0.25");
    assertThat(recognition.dropped())
        .containsExactly(
            new Dropped("db_client_connection_max", "superseded by loadline_resource_limit"));
    assertThat(recognition.unrecognised()).isEmpty();
  }

  @Test
  void agentRequestsTakeTheirHoldFromTheRoutesAlone() throws MalformedException {
    Recognition recognition =
        recognise(
            """
            loadline_resource_in_use{kind="requests",resource="http",library="vertx"} 2
            loadline_resource_hold_seconds_count{kind="requests",resource="http",library="vertx"} 10
            http_server_request_duration_seconds_count{http_request_method="GET",http_route="/orders",http_response_status_code="200"} 10
            """);

    assertThat(lines(recognition))
        .containsExactly(
            "agent requests/http in_use VALUE {library=vertx} 2.0",
            "agent requests/http hold COUNT {method=GET, route=/orders, status=200} 10.0");
    assertThat(recognition.dropped())
        .extracting(Dropped::reason)
        .containsExactly(
            "superseded by http_server_request_duration_seconds, which has the routes");
  }

  @Test
  void agentProcess() throws MalformedException {
    assertThat(
            lines(
                recognise(
                    """
                    loadline_agent_enabled 1
                    jvm_cpu_time_seconds_total 12.5
                    jvm_cpu_count 2
                    jvm_cpu_recent_utilization_ratio 0.31
                    jvm_memory_used_bytes{jvm_memory_type="heap",jvm_memory_pool_name="Eden"} 100
                    jvm_memory_used_bytes{jvm_memory_type="heap",jvm_memory_pool_name="Old"} 200
                    jvm_memory_limit_bytes{jvm_memory_type="heap",jvm_memory_pool_name="Old"} 1000
                    """)))
        .containsExactly(
            "agent cpu/process in_use_seconds VALUE {} 12.5",
            "agent cpu/process limit VALUE {} 2.0",
            "agent cpu/process utilisation VALUE {} 0.31",
            "agent memory/heap in_use VALUE {} 300.0",
            "agent memory/heap limit VALUE {} 1000.0");
  }

  @Test
  void hikariThroughMicrometer() throws MalformedException {
    Recognition recognition =
        recognise(
            """
            hikaricp_connections{pool="orders",} 10.0
            hikaricp_connections_active{pool="orders",} 3.0
            hikaricp_connections_idle{pool="orders",} 7.0
            hikaricp_connections_max{pool="orders",} 10.0
            hikaricp_connections_min{pool="orders",} 10.0
            hikaricp_connections_pending{pool="orders",} 1.0
            hikaricp_connections_timeout_total{pool="orders",} 1.0
            hikaricp_connections_acquire_seconds_count{pool="orders",} 24.0
            hikaricp_connections_acquire_seconds_sum{pool="orders",} 1.5
            hikaricp_connections_acquire_seconds_max{pool="orders",} 1.0
            hikaricp_connections_usage_seconds_count{pool="orders",} 23.0
            hikaricp_connections_usage_seconds_sum{pool="orders",} 2.3
            """);

    assertThat(lines(recognition))
        .containsExactly(
            "micrometer pool/orders in_use VALUE {} 3.0",
            "micrometer pool/orders limit VALUE {} 10.0",
            "micrometer pool/orders waiting VALUE {} 1.0",
            "micrometer pool/orders timeouts VALUE {} 1.0",
            "micrometer pool/orders wait COUNT {} 24.0",
            "micrometer pool/orders wait SUM {} 1.5",
            "micrometer pool/orders hold COUNT {} 23.0",
            "micrometer pool/orders hold SUM {} 2.3");
    assertThat(recognition.unrecognised()).isEmpty();
  }

  @Test
  void httpServerThroughMicrometerAddsUpWhatItSplitsFurther() throws MalformedException {
    assertThat(
            lines(
                recognise(
                    """
                    http_server_requests_seconds_count{method="GET",uri="/a",status="200",exception="None"} 5
                    http_server_requests_seconds_count{method="GET",uri="/a",status="200",exception="Late"} 2
                    http_server_requests_seconds_count{method="GET",uri="/actuator/prometheus",status="200"} 9
                    """)))
        .containsExactly(
            "micrometer requests/http hold COUNT {method=GET, route=/a, status=200} 7.0");
  }

  private static Recognition recognise(String exposition) throws MalformedException {
    return Catalogues.builtIn()
        .recognise(
            Exposition.parse(
                exposition.getBytes(StandardCharsets.UTF_8), Format.TEXT, Limits.STANDARD),
            "orders",
            "127.0.0.1:9464",
            1_000);
  }

  private static List<String> lines(Recognition recognition) {
    return recognition.samples().stream()
        .map(sample -> line(sample.series()) + " " + sample.value())
        .toList();
  }

  private static String line(Series series) {
    return "%s %s %s %s %s"
        .formatted(
            series.sensor(),
            series.resource(),
            series.signal().label(),
            series.part(),
            series.labels());
  }
}
