package dev.loadline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loadline.advisor.cli.LoadlineSettings;
import dev.loadline.advisor.cli.Wiring;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo as its users run it: {@code java -jar lab/target/lab.jar}. */
class DemoIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final Path JAR = Path.of("target", "lab.jar").toAbsolutePath();

  @TempDir Path directory;

  @Test
  void tellsHeadroomAndWhatItHadSurvivesAKill() throws Exception {
    int port = freePort();
    Path output = directory.resolve("output.txt");
    Instant from = Instant.now();
    Process demo = startDemo(port, output);
    List<ProcessHandle> parts;
    Instant to;
    Set<String> readable;
    try {
      Answers answers = new Answers(URI.create("http://127.0.0.1:" + port));
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> !demo.isAlive() || Figures.suffices(answers.headroom()));
      assertThat(demo.isAlive()).as(() -> text(output)).isTrue();

      JsonNode headroom = answers.headroom();
      // 15 connections held 50 to 200 ms allow 75 to 300 requests/s, whatever the mean turns out to
      // be.
      assertThat(headroom.at("/capacity/value").asDouble()).isBetween(75.0, 300.0);
      assertThat(headroom.at("/bottleneck").asText()).isEqualTo("pool/orders-db");
      await().atMost(SHORT).until(() -> text(output).contains("says 150"));
      assertThat(text(output))
          .contains("http://127.0.0.1:" + port + "/headroom", "held per request = ");
      to = Instant.now().minusSeconds(5);
      readable = signals(port, from, to);
      assertThat(readable).anyMatch(line -> line.contains("in_use_seconds"));
      parts = demo.descendants().toList();
      assertThat(parts).hasSizeGreaterThanOrEqualTo(2);
    } finally {
      demo.destroyForcibly();
      demo.waitFor();
    }
    await().atMost(SHORT).until(() -> parts.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(signalsAfterRestart(from, to)).isEqualTo(readable);
  }

  private Process startDemo(int port, Path output) throws IOException {
    assertThat(JAR).exists();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString(),
            "demo",
            "--port",
            Integer.toString(port),
            "--data",
            directory.resolve("demo").toString())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** The lines that the collector answers, of which the order means nothing. */
  private static Set<String> signals(int port, Instant from, Instant to) throws Exception {
    return get(port, "/signals?service=orders&from=" + from + "&to=" + to);
  }

  private Set<String> signalsAfterRestart(Instant from, Instant to) throws Exception {
    Path data = directory.resolve("demo").resolve("data");
    String configuration = "{roles: [collector], listen: \"127.0.0.1:0\", data: '" + data + "'}";
    Wiring.Running again =
        Wiring.start(LoadlineSettings.parse("restart", configuration)).await(60, TimeUnit.SECONDS);
    try {
      return signals(again.port(), from, to);
    } finally {
      again.close().await(60, TimeUnit.SECONDS);
    }
  }

  private static Set<String> get(int port, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(SHORT)
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    Set<String> lines = new HashSet<>();
    new ObjectMapper()
        .readTree(response.body())
        .path("lines")
        .forEach(line -> lines.add(line.toString()));
    return lines;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }
}
