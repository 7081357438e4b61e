package dev.loadline.lab.race;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** VictoriaMetrics on a single node as Debian packs it. */
final class VictoriaMetricsEngine implements Engine {
  @Override
  public String name() {
    return "VictoriaMetrics";
  }

  @Override
  public boolean present() {
    return ScrapeConfig.installed("victoria-metrics");
  }

  @Override
  public List<String> command(Path directory, Targets targets, Duration interval)
      throws IOException {
    return List.of(
        "victoria-metrics",
        "-promscrape.config=" + ScrapeConfig.write(directory, targets, interval),
        "-storageDataPath=" + directory.resolve("data"),
        "-httpListenAddr=127.0.0.1:0");
  }
}
