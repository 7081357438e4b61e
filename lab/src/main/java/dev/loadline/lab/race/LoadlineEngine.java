package dev.loadline.lab.race;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The collector, in the memory that it is given as a container. */
final class LoadlineEngine implements Engine {
  private static final String TARGET = "    - static: {service: s%s, targets: [\"%s\"], path: %s}";

  @Override
  public String name() {
    return "Loadline";
  }

  @Override
  public boolean present() {
    return true;
  }

  @Override
  public List<String> command(Path directory, Targets targets, Duration interval)
      throws IOException {
    String discovery =
        targets.paths().stream()
            .map(path -> TARGET.formatted(path.replace('/', '-'), targets.address(), path))
            .collect(Collectors.joining("\n"));
    String text =
        """
        roles: [collector]
        listen: 127.0.0.1:0
        data: %s
        collector:
          interval: %ds
          timeout: %ds
          discovery:
        %s
        """
            .formatted(
                directory.resolve("data"), interval.toSeconds(), interval.toSeconds(), discovery);
    Path config =
        Files.writeString(directory.resolve("loadline.yaml"), text, StandardCharsets.UTF_8);
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-cp",
        classPath(),
        "dev.loadline.advisor.cli.Loadline",
        "run",
        "--config",
        config.toString());
  }

  /** This JVM's own, from wherever it was started. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
