package dev.loadline.lab.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a service of Spring Boot with HikariCP publishes, 500 series of it: pool, memory, threads,
 * requests by route, and the team's own counters, which no catalogue knows. A hundred pages follow
 * one another in time, so that counters grow and gauges move.
 */
final class Pages {
  /** Series on a page. */
  static final int SERIES = 500;

  private static final int MOMENTS = 100;
  private static final int ROUTES = 40;
  private static final int OWN = 300;

  private Pages() {}

  /** The pages in the order of time. */
  static List<String> all() {
    List<String> pages = new ArrayList<>();
    for (int moment = 0; moment < MOMENTS; moment++) {
      pages.add(page(moment));
    }
    return pages;
  }

  private static String page(int moment) {
    List<String> lines = new ArrayList<>();
    pool(lines, moment);
    memory(lines, moment);
    requests(lines, moment);
    int others = SERIES - series(lines) - OWN;
    own(lines, "shop_orders_total", "counter", moment * 7, OWN);
    own(lines, "shop_stock_level", "gauge", moment % 13, others);
    return String.join("\n", lines) + "\n";
  }

  private static int series(List<String> lines) {
    return (int) lines.stream().filter(line -> !line.startsWith("#")).count();
  }

  private static void pool(List<String> lines, int moment) {
    String labels = "{application=\"shop\",pool=\"orders\"}";
    head(lines, "hikaricp_connections_max", "gauge");
    lines.add("hikaricp_connections_max" + labels + " 10.0");
    head(lines, "hikaricp_connections_active", "gauge");
    lines.add("hikaricp_connections_active" + labels + " " + moment % 10 + ".0");
    head(lines, "hikaricp_connections_pending", "gauge");
    lines.add("hikaricp_connections_pending" + labels + " " + moment % 3 + ".0");
    timer(lines, "hikaricp_connections_usage_seconds", labels, moment * 211, 0.0047);
    timer(lines, "hikaricp_connections_acquire_seconds", labels, moment * 211, 0.00031);
    head(lines, "hikaricp_connections_timeout_total", "counter");
    lines.add("hikaricp_connections_timeout_total" + labels + " " + moment / 10 + ".0");
  }

  private static void memory(List<String> lines, int moment) {
    head(lines, "jvm_memory_used_bytes", "gauge");
    for (int pool = 0; pool < 8; pool++) {
      lines.add(
          String.format(
              Locale.ROOT,
              "jvm_memory_used_bytes{area=\"%s\",id=\"G1 part %d\"} %sE7",
              pool < 3 ? "heap" : "nonheap",
              pool,
              3.1 + moment * 0.017 + pool));
    }
    head(lines, "process_cpu_usage", "gauge");
    lines.add("process_cpu_usage " + 0.21 * (1 + moment % 5));
  }

  private static void requests(List<String> lines, int moment) {
    String name = "http_server_requests_seconds";
    lines.add("# HELP " + name + " Duration of HTTP server request handling");
    lines.add("# TYPE " + name + " summary");
    for (int route = 0; route < ROUTES; route++) {
      String labels =
          "{error=\"none\",exception=\"none\",method=\"GET\",outcome=\"SUCCESS\",status=\"200\",uri=\"/orders/{id}/part%d\"}"
              .replace("%d", Integer.toString(route));
      int count = moment * (3 + route);
      lines.add(name + "_count" + labels + " " + count + ".0");
      lines.add(name + "_sum" + labels + " " + count * 0.0131);
    }
  }

  private static void own(List<String> lines, String name, String type, int value, int many) {
    head(lines, name, type);
    for (int i = 0; i < many; i++) {
      lines.add(
          "%s{region=\"eu-%d\",shop=\"%d\",channel=\"web\"} %d.0"
              .formatted(name, i % 5, i, value + i));
    }
  }

  private static void timer(
      List<String> lines, String name, String labels, int count, double mean) {
    head(lines, name, "summary");
    lines.add(name + "_count" + labels + " " + count + ".0");
    lines.add(name + "_sum" + labels + " " + count * mean);
  }

  private static void head(List<String> lines, String name, String type) {
    lines.add("# HELP " + name + " what it is, in a few words");
    lines.add("# TYPE " + name + " " + type);
  }
}
