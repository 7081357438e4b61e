package dev.loadline.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JVM of its own that runs one of the tests' applications, with or without the agent. */
final class ChildJvm implements AutoCloseable {

  private static final Pattern ADDRESS = Pattern.compile("metrics at (http://\\S+)/metrics");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path out;
  private final Path err;

  private ChildJvm(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** The Java homes to test on: this one, and JDK 25 where it is named or installed. */
  static Stream<String> javaHomes() {
    String newer = System.getProperty("jdk25.home", "/usr/lib/jvm/temurin-25-jdk-amd64");
    return Stream.of(System.getProperty("java.home"), newer)
        .filter(home -> new File(home, "bin/java").canExecute());
  }

  /** Starts with this agent argument, or with null without the agent. */
  static ChildJvm start(
      String home,
      Path directory,
      @Nullable String agent,
      List<String> options,
      Class<?> main,
      String... rest)
      throws IOException {
    return start(home, directory, agent, options, classPath(), main.getName(), rest);
  }

  /** Starts this class of this class path. */
  static ChildJvm start(
      String home,
      Path directory,
      @Nullable String agent,
      List<String> options,
      String classPath,
      String main,
      String... rest)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(home + "/bin/java"));
    command.addAll(options);
    if (agent != null) {
      command.add("-javaagent:" + System.getProperty("agent.jar") + "=" + agent);
    }
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(rest));
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path err = Files.createTempFile(directory, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("OTEL_") || name.startsWith("LOADLINE_"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new ChildJvm(process, out, err);
  }

  /** The class path of the applications that need no library of another version. */
  static String classPath() {
    return Stream.of(
            "dev.loadline.agent.PoolApp",
            "com.zaxxer.hikari.HikariDataSource",
            "org.slf4j.Logger",
            "jakarta.annotation.PostConstruct",
            "org.apache.catalina.startup.Tomcat")
        .map(ChildJvm::place)
        .collect(java.util.stream.Collectors.joining(File.pathSeparator));
  }

  private static String place(String type) {
    try {
      return new File(
              Class.forName(type).getProtectionDomain().getCodeSource().getLocation().toURI())
          .getPath();
    } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
      throw new IllegalStateException(type, e);
    }
  }

  String out() throws IOException {
    return Files.readString(out);
  }

  String err() throws IOException {
    return Files.readString(err);
  }

  ChildJvm ready() {
    await().atMost(PATIENCE).until(() -> out().contains("ready\n") || !process.isAlive());
    return this;
  }

  /** Lets the application come to its end. */
  int exit() throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** Writes to the application's standard input. */
  void say(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Sends SIGTERM, and leaves the standard input open, whose end would end the application too. */
  int terminate() throws InterruptedException {
    assertThat(process.toHandle().destroy()).isTrue();
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String address() {
    await().atMost(PATIENCE).until(() -> ADDRESS.matcher(err()).find() || !process.isAlive());
    try {
      Matcher matcher = ADDRESS.matcher(err());
      assertThat(matcher.find()).as(err()).isTrue();
      return matcher.group(1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + path)).header("Accept", accept).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  String metrics() throws IOException, InterruptedException {
    return get("/metrics", "*/*").body();
  }

  /** The value of the sample whose line begins with this text. */
  static double sample(String metrics, String start) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(start + " is not in\n" + metrics));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
