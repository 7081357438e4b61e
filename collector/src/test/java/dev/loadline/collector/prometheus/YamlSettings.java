package dev.loadline.collector.prometheus;

import dev.loadline.collector.yaml.YamlDocument;

/** Settings as a file has them. */
final class YamlSettings {
  private YamlSettings() {}

  static PrometheusSettings of(String url, String... lines) {
    return YamlDocument.parse(
            "loadline.yaml", "query: " + url + "/\nwrite: " + url + "\n" + String.join("\n", lines))
        .bind(PrometheusSettings.class);
  }
}
