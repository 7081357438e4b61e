package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttachCommandIT {
  private static final String HOME = System.getProperty("java.home");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Terminal terminal = new Terminal();
  @TempDir private Path directory;

  static Stream<String> javaHomes() {
    String newer = System.getProperty("jdk25.home", "/usr/lib/jvm/temurin-25-jdk-amd64");
    return Stream.of(HOME, newer).filter(home -> new File(home, "bin/java").canExecute());
  }

  @ParameterizedTest
  @MethodSource("javaHomes")
  void aRunningServiceIsMeasuredFromThenOn(String home) throws Exception {
    Process service = start(home);
    try {
      String port = freePort();
      assertThat(terminal.run("attach", pid(service), "--port", port)).isZero();
      assertThat(terminal.err()).isEmpty();
      assertThat(terminal.out())
          .startsWith(
              "attached to %s: http://127.0.0.1:%s/metrics\nNot measured: what was borrowed,"
                  .formatted(pid(service), port));
      get("http://127.0.0.1:" + said().replaceAll("\\D", "") + "/orders");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(get("http://127.0.0.1:" + port + "/metrics"))
                      .contains(
                          "http_server_request_duration_seconds_count{http_request_method=\"GET\","
                              + "http_route=\"/orders\",http_response_status_code=\"204\","
                              + "library=\"jdk-httpserver\",} 1.0"));
      assertThat(terminal.run("attach", pid(service), "--port", port)).isZero();
      assertThat(terminal.out())
          .isEqualTo(
              "the agent is already in %s: http://127.0.0.1:%s/metrics\n"
                  .formatted(pid(service), port));
    } finally {
      service.destroyForcibly();
    }
  }

  @Test
  void aJvmThatLetsNothingAttachIsNamed() throws Exception {
    Process service = start(HOME, "-XX:+DisableAttachMechanism");
    try {
      assertThat(terminal.run("attach", pid(service), "--port", freePort())).isEqualTo(2);
      assertThat(terminal.err())
          .startsWith(
              "JVM %s lets nothing attach; was it started with -XX:+DisableAttachMechanism?"
                  .formatted(pid(service)));
      assertThat(terminal.out()).isEmpty();
    } finally {
      service.destroyForcibly();
    }
  }

  @Test
  void whatIsNoJvmIsLeftAlive() throws Exception {
    Process sleep = new ProcessBuilder("sleep", "600").start();
    try {
      assertThat(terminal.run("attach", pid(sleep), "--port", freePort())).isEqualTo(2);
      assertThat(terminal.err()).startsWith("process %s is not a JVM".formatted(pid(sleep)));
      assertThat(sleep.isAlive()).isTrue();
    } finally {
      sleep.destroyForcibly();
    }
  }

  @Test
  void aProcessThatIsNotThereIsSaid() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(terminal.run("attach", pid(ended), "--port", freePort())).isEqualTo(2);
    assertThat(terminal.err()).isEqualTo("no process %s\n".formatted(pid(ended)));
  }

  @Test
  void anAgentThatIsNoArchiveIsRefused() throws Exception {
    Process service = start(HOME);
    try {
      Path text = Files.writeString(directory.resolve("agent.jar"), "no archive");
      assertThat(terminal.run("attach", pid(service), "--port", freePort(), "--agent", "" + text))
          .isEqualTo(2);
      assertThat(terminal.err())
          .startsWith("process %s did not take the agent: ".formatted(pid(service)));
      assertThat(service.isAlive()).isTrue();
    } finally {
      service.destroyForcibly();
    }
  }

  private Process start(String home, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(home + "/bin/java"));
    command.addAll(List.of(options));
    Path classes =
        Path.of(AttachedApp.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    command.addAll(List.of("-cp", classes.toString(), AttachedApp.class.getName()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile())
            .start();
    await().atMost(PATIENCE).until(() -> said().endsWith("\n"));
    return process;
  }

  private String said() throws Exception {
    return Files.readString(directory.resolve("out"));
  }

  private static String pid(Process process) {
    return Long.toString(process.pid());
  }

  private static String freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  private static String get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }
}
