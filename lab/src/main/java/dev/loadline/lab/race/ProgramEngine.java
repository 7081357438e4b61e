package dev.loadline.lab.race;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * An engine that reads Prometheus' configuration, as Debian packs it.
 *
 * @param config the option that names the configuration
 * @param data the option that names the directory it keeps its data in
 * @param listen the option that names where it answers
 */
record ProgramEngine(String name, String program, String config, String data, String listen)
    implements Engine {
  static final Engine PROMETHEUS =
      new ProgramEngine(
          "Prometheus",
          "prometheus",
          "--config.file",
          "--storage.tsdb.path",
          "--web.listen-address");

  static final Engine VICTORIA_METRICS =
      new ProgramEngine(
          "VictoriaMetrics",
          "victoria-metrics",
          "-promscrape.config",
          "-storageDataPath",
          "-httpListenAddr");

  @Override
  public boolean present() {
    return ScrapeConfig.installed(program);
  }

  @Override
  public List<String> command(Path directory, Targets targets, Duration interval)
      throws IOException {
    return List.of(
        program,
        config + "=" + ScrapeConfig.write(directory, targets, interval),
        data + "=" + directory.resolve("data"),
        listen + "=127.0.0.1:0");
  }
}
