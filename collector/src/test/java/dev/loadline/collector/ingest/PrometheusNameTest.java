package dev.loadline.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.ingest.PrometheusName.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusNameTest {

  @ParameterizedTest
  @CsvSource({
    "http.server.request.duration, s, OTHER, http_server_request_duration_seconds",
    "jvm.cpu.time, s, COUNTER, jvm_cpu_time_seconds_total",
    "jvm.memory.used, By, OTHER, jvm_memory_used_bytes",
    "jvm.cpu.recent_utilization, 1, GAUGE, jvm_cpu_recent_utilization_ratio",
    "jvm.cpu.recent_utilization, 1, OTHER, jvm_cpu_recent_utilization",
    "jvm.cpu.count, {cpu}, OTHER, jvm_cpu_count",
    "db.client.connections.usage, {connections}, OTHER, db_client_connections_usage",
    "db.client.connection.timeouts, {timeout}, COUNTER, db_client_connection_timeouts_total",
    "db.client.connections.wait_time, ms, OTHER, db_client_connections_wait_time_milliseconds",
    "loadline_resource_acquired_total, '', COUNTER, loadline_resource_acquired_total",
    "total.requests, '', COUNTER, requests_total",
    "disk.speed, By/s, GAUGE, disk_speed_bytes_per_second",
    "rate, {request}/min, GAUGE, rate_per_minute",
    "queue.length_seconds, s, GAUGE, queue_length_seconds",
    "a..b--c, '', GAUGE, a_b_c",
    "2xx, '', COUNTER, _2xx_total",
    "temperature, Cel, GAUGE, temperature_celsius",
    "odd, furlongs, GAUGE, odd_furlongs"
  })
  void namesAreThoseOfPrometheus(String name, String unit, Kind kind, String expected) {
    assertThat(PrometheusName.of(name, unit, kind)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"http.route, http_route", "1st, key_1st", "a-b c, a_b_c", "'', key_"})
  void labelsToo(String name, String expected) {
    assertThat(PrometheusName.label(name)).isEqualTo(expected);
  }
}
