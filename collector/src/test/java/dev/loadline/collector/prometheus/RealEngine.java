package dev.loadline.collector.prometheus;

import dev.loadline.collector.Required;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real time series database as a child process, empty at first. */
public final class RealEngine implements AutoCloseable {
  private final Process process;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private RealEngine(List<String> command, int port, Path log) throws IOException {
    this.port = port;
    this.process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /**
   * Prometheus as a receiver of remote write.
   *
   * @param config its configuration, {@code {}} for none
   */
  public static RealEngine prometheus(Path directory, String config, String... flags)
      throws IOException {
    int port = freePort();
    Path file = directory.resolve("prometheus.yml");
    Files.writeString(file, config);
    List<String> command =
        new ArrayList<>(
            List.of(
                Required.program("prometheus").toString(),
                "--config.file=" + file,
                "--storage.tsdb.path=" + directory.resolve("tsdb"),
                "--web.enable-remote-write-receiver",
                "--web.listen-address=127.0.0.1:" + port));
    command.addAll(List.of(flags));
    return ready(new RealEngine(command, port, directory.resolve("log")), "/-/ready");
  }

  static RealEngine victoriaMetrics(Path directory) throws IOException {
    int port = freePort();
    return ready(
        new RealEngine(
            List.of(
                Required.program("victoria-metrics").toString(),
                "-storageDataPath=" + directory.resolve("vm"),
                "-retentionPeriod=100y",
                "-httpListenAddr=127.0.0.1:" + port),
            port,
            directory.resolve("log")),
        "/health");
  }

  private static RealEngine ready(RealEngine engine, String path) {
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(45))
          .failFast("it ended", () -> !engine.process.isAlive())
          .until(() -> engine.status(path) == 200);
      return engine;
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The answer's status; 0 where there is none. */
  int status(String path) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url() + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
