package dev.loadline.collector.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.source.PgbouncerSource.Query;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows as versions from 1.17 to 1.25 print them. */
class PgbouncerSourceTest {

  @Test
  void version117() {
    Reading reading =
        PgbouncerSource.reading(
            "bouncer",
            answers(
                """
                database|user|cl_active|cl_waiting|cl_cancel_req|sv_active|sv_idle|sv_used|sv_tested|sv_login|maxwait|maxwait_us|pool_mode
                orders|app|7|3|0|5|2|0|0|0|0|813081|session
                pgbouncer|pgbouncer|1|0|0|0|0|0|0|0|0|0|statement
                """,
                """
                name|host|port|database|force_user|pool_size|min_pool_size|reserve_pool|pool_mode|max_connections|current_connections|paused|disabled
                orders|10.0.0.5|5432|orders||20|0|0||0|7|0|0
                pgbouncer||6432|pgbouncer|pgbouncer|2|0|0|statement|0|0|0|0
                """,
                """
                database|xact_count|query_count|bytes_received|bytes_sent|xact_time|query_time|wait_time
                orders|100|200|1|1|5000000|4000000|250000
                """));

    assertThat(Figures.of(reading))
        .containsOnly(
            Map.entry("pool/bouncer/orders/app limit", 20.0),
            Map.entry("pool/bouncer/orders/app in_use", 5.0),
            Map.entry("pool/bouncer/orders/app waiting", 3.0),
            Map.entry("pool/bouncer/orders/app wait{of=longest}", 0.813081),
            Map.entry("pool/bouncer/orders in_use", 7.0),
            Map.entry("server-connections/bouncer limit", 100.0),
            Map.entry("server-connections/bouncer in_use", 11.0));
    assertThat(reading.notes()).isEmpty();
  }

  @Test
  void version125() {
    Reading reading =
        PgbouncerSource.reading(
            "bouncer",
            answers(
                """
                database|user|cl_active|cl_waiting|cl_active_cancel_req|cl_waiting_cancel_req|sv_active|sv_active_cancel|sv_being_canceled|sv_idle|sv_used|sv_tested|sv_login|maxwait|maxwait_us|pool_mode|load_balance_hosts
                orders|app|7|3|0|0|5|0|0|2|0|0|0|2|500000|transaction|
                orders|jobs|1|0|0|0|1|0|0|0|0|0|0|0|0|transaction|
                """,
                """
                name|host|port|database|force_user|pool_size|min_pool_size|reserve_pool_size|server_lifetime|pool_mode|load_balance_hosts|max_connections|current_connections|max_client_connections|current_client_connections|paused|disabled
                orders|10.0.0.5|5432|orders||20|0|5|3600|||30|8|0|11|1|0
                """,
                """
                database|server_assignment_count|xact_count|query_count|bytes_received|bytes_sent|xact_time|query_time|wait_time|client_parse_count|server_parse_count|bind_count
                orders|90|100|200|1|1|5000000|4000000|250000|1|1|1
                """));

    assertThat(Figures.of(reading))
        .containsOnly(
            Map.entry("pool/bouncer/orders/app limit", 20.0),
            Map.entry("pool/bouncer/orders/app in_use", 5.0),
            Map.entry("pool/bouncer/orders/app waiting", 3.0),
            Map.entry("pool/bouncer/orders/app wait{of=longest}", 2.5),
            Map.entry("pool/bouncer/orders/jobs limit", 20.0),
            Map.entry("pool/bouncer/orders/jobs in_use", 1.0),
            Map.entry("pool/bouncer/orders/jobs waiting", 0.0),
            Map.entry("pool/bouncer/orders/jobs wait{of=longest}", 0.0),
            Map.entry("pool/bouncer/orders limit", 30.0),
            Map.entry("pool/bouncer/orders in_use", 8.0),
            Map.entry("pool/bouncer/orders acquired", 90.0),
            Map.entry("pool/bouncer/orders wait_count", 90.0),
            Map.entry("pool/bouncer/orders wait_sum", 0.25),
            Map.entry("server-connections/bouncer limit", 100.0),
            Map.entry("server-connections/bouncer in_use", 11.0));
    assertThat(reading.notes()).containsExactly("database orders is paused");
  }

  @Test
  void columnsThatAreNotThereGiveNothing() {
    Map<Query, List<Map<String, String>>> answers =
        answers("database|user\norders|app\n", "name\norders\n", "database\norders\n");
    answers.put(Query.LISTS, List.of());
    answers.put(Query.CONFIG, List.of());

    Reading reading = PgbouncerSource.reading("bouncer", answers);

    assertThat(reading.values()).isEmpty();
    assertThat(reading.notes())
        .containsExactly("SHOW LISTS does not tell how many clients there are");
  }

  private static Map<Query, List<Map<String, String>>> answers(
      String pools, String databases, String totals) {
    Map<Query, List<Map<String, String>>> answers = new EnumMap<>(Query.class);
    answers.put(Query.POOLS, rows(pools));
    answers.put(Query.DATABASES, rows(databases));
    answers.put(Query.STATS_TOTALS, rows(totals));
    answers.put(Query.CONFIG, rows("key|value|changeable\nmax_client_conn|100|yes\n"));
    answers.put(Query.LISTS, rows("list|items\nused_clients|11\nlogin_clients|1\n"));
    return answers;
  }

  private static List<Map<String, String>> rows(String table) {
    List<String[]> lines = table.lines().map(line -> line.split("\\|", -1)).toList();
    List<Map<String, String>> rows = new ArrayList<>();
    for (String[] line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < line.length; i++) {
        row.put(lines.get(0)[i], line[i]);
      }
      rows.add(row);
    }
    return rows;
  }
}
