package dev.loadline.lab.part;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A part in a JVM of its own, started with this JVM's Java and class path. It says {@code ready
 * ADDRESS} on its standard output once it serves, and exits by itself when its standard input ends,
 * so that even a killed parent leaves nothing behind. What else it says goes to a log file.
 */
public final class ChildJvm implements AutoCloseable {
  /** The word with which a part announces that it serves, followed by its address. */
  static final String READY = "ready ";

  private static final String GONE = "";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path log;
  private final CompletableFuture<String> address = new CompletableFuture<>();

  private ChildJvm(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * What to start.
   *
   * @param name what to call the part in messages, and its log file
   * @param main the class whose {@code main} runs
   * @param jvmArguments such as {@code -javaagent:…}
   * @param arguments for {@code main}
   * @param environment added to this process's own
   */
  public record Command(
      String name,
      Class<?> main,
      List<String> jvmArguments,
      List<String> arguments,
      Map<String, String> environment) {}

  /**
   * Starts {@code command} and waits until it is ready.
   *
   * @throws IllegalStateException when it exits before, or is not ready in {@code patience}; the
   *     message ends with the last lines of its log
   */
  public static ChildJvm start(Command command, Path logs, Duration patience) {
    Path log = logs.resolve(command.name() + ".log");
    try {
      Files.createDirectories(logs);
      ProcessBuilder builder = new ProcessBuilder(line(command)).redirectError(log.toFile());
      builder.environment().putAll(command.environment());
      ChildJvm child = new ChildJvm(command.name(), builder.start(), log);
      child.listen();
      child.awaitReady(patience);
      return child;
    } catch (IOException e) {
      throw new IllegalStateException(
          command.name() + " could not be started: " + e.getMessage(), e);
    }
  }

  private static List<String> line(Command command) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(command.jvmArguments());
    line.addAll(
        List.of("-cp", absolute(System.getProperty("java.class.path")), command.main().getName()));
    line.addAll(command.arguments());
    return line;
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      entries.add(new File(entry).getAbsolutePath());
    }
    return String.join(File.pathSeparator, entries);
  }

  private void listen() {
    Thread listener = new Thread(this::readOutput, name + "-output");
    listener.setDaemon(true);
    listener.start();
  }

  private void readOutput() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(READY)) {
          address.complete(line.substring(READY.length()));
        }
      }
    } catch (IOException e) {
      // The pipe of a dying process: its exit is reported below.
    }
    address.complete(GONE);
  }

  private void awaitReady(Duration patience) {
    if (addressWithin(patience).equals(GONE)) {
      close();
      throw new IllegalStateException(name + " exited before it was ready" + lastLines());
    }
  }

  private String addressWithin(Duration patience) {
    try {
      return address.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      close();
      throw new IllegalStateException(
          name + " was not ready within " + patience.toSeconds() + " s" + lastLines(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IllegalStateException("interrupted while " + name + " started", e);
    } catch (ExecutionException e) {
      throw new AssertionError("never completed exceptionally", e);
    }
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return "; its last words:\n  "
          + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  /** What the part announced after {@code ready}, for example {@code http://127.0.0.1:40123}. */
  public String address() {
    return address.join();
  }

  /** The process, to look at; use {@link #close()} to end it. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /**
   * Closes the part's standard input and waits for its exit, at most ten seconds before it is
   * destroyed.
   */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // Already gone.
    }
    if (!exitsWithin(PATIENCE)) {
      process.destroyForcibly();
    }
  }

  private boolean exitsWithin(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
