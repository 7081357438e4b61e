package dev.loadline.lab.race;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Prometheus as Debian packs it. */
final class PrometheusEngine implements Engine {
  @Override
  public String name() {
    return "Prometheus";
  }

  @Override
  public boolean present() {
    return ScrapeConfig.installed("prometheus");
  }

  @Override
  public List<String> command(Path directory, Targets targets, Duration interval)
      throws IOException {
    return List.of(
        "prometheus",
        "--config.file=" + ScrapeConfig.write(directory, targets, interval),
        "--storage.tsdb.path=" + directory.resolve("data"),
        "--web.listen-address=127.0.0.1:0");
  }
}
