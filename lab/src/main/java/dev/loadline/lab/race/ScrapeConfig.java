package dev.loadline.lab.race;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;

/** Prometheus' configuration of the targets, which VictoriaMetrics reads too. */
final class ScrapeConfig {
  private ScrapeConfig() {}

  static Path write(Path directory, Targets targets, Duration interval) throws IOException {
    String jobs =
        targets.paths().stream()
            .map(
                path ->
                    "    - targets: ['%s']\n      labels: {__metrics_path__: '%s', instance: 's%s'}"
                        .formatted(targets.address(), path, path.replace('/', '-')))
            .collect(Collectors.joining("\n"));
    String text =
        """
        global: {scrape_interval: %1$ds, scrape_timeout: %1$ds}
        scrape_configs:
        - job_name: race
          static_configs:
        %2$s
        """
            .formatted(interval.toSeconds(), jobs);
    return Files.writeString(directory.resolve("scrape.yml"), text, StandardCharsets.UTF_8);
  }

  /** Whether a program of this name is on the path. */
  static boolean installed(String program) {
    for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }
}
