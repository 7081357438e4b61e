package dev.loadline.advisor.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loadline.advisor.Required;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Prometheus Alertmanager on a free port of its own choice, with nobody to tell. */
final class RealAlertmanager implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("Listening on\" address=(\\S+)");

  private final Process process;
  private final URI url;

  private RealAlertmanager(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  static RealAlertmanager start(Path directory) throws IOException {
    Path program = Required.program("prometheus-alertmanager");
    Path config = directory.resolve("alertmanager.yml");
    Path log = directory.resolve("log");
    Files.writeString(config, "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + config,
                "--storage.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:0",
                "--web.route-prefix=/alerts",
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      return new RealAlertmanager(
          process, URI.create("http://" + address(process, log) + "/alerts"));
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static String address(Process process, Path log) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .failFast("Alertmanager ended", () -> !process.isAlive())
        .until(() -> LISTENING.matcher(Files.readString(log)), Matcher::find)
        .group(1);
  }

  URI url() {
    return url;
  }

  /** The alerts that it holds as firing. */
  JsonNode firing() throws IOException {
    try (InputStream answer = URI.create(url + "/api/v2/alerts").toURL().openStream()) {
      return new ObjectMapper().readTree(answer);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
