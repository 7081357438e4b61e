package dev.loadline.lab.bench;

import java.util.Locale;

/**
 * A page as a service with Micrometer publishes it: 1,000 samples in 50 histograms and gauges, 165
 * kB, the same in every run.
 */
final class ParsePage {
  private static final int FAMILIES = 50;
  private static final int SAMPLES = 20;

  private ParsePage() {}

  static String text() {
    StringBuilder page = new StringBuilder(200_000);
    for (int family = 0; family < FAMILIES; family++) {
      String name = "http_server_requests_route_" + family + "_seconds_bucket";
      page.append("# HELP ").append(name).append(" Duration of HTTP server request handling\n");
      page.append("# TYPE ").append(name).append(" histogram\n");
      for (int sample = 0; sample < SAMPLES; sample++) {
        page.append(line(name, family, sample));
      }
    }
    return page.toString();
  }

  private static String line(String name, int family, int sample) {
    return String.format(
        Locale.ROOT,
        "%s{application=\"orders\",method=\"%s\",outcome=\"SUCCESS\",status=\"2%02d\","
            + "uri=\"/api/v1/orders/{id}\",le=\"%.4f\"} %s\n",
        name,
        sample < SAMPLES / 2 ? "GET" : "POST",
        family % 7,
        Math.pow(1.7, sample) / 1_000,
        sample % 4 == 0
            ? String.valueOf(Math.sqrt(family + sample + 2))
            : family * 7919 + sample + ".0");
  }
}
