package dev.loadline.lab.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An application in a JVM of its own, of any JDK and class path, with what it says in files. It
 * ends when this JVM is told to.
 */
public final class JavaRun implements AutoCloseable {
  private static final Pattern AGENT = Pattern.compile("metrics at (http://\\S+)/metrics");

  private final Process process;
  private final Path out;
  private final Path err;
  private final long started;
  private final Thread end;

  private JavaRun(Process process, Path out, Path err, long started) {
    this.process = process;
    this.out = out;
    this.err = err;
    this.started = started;
    end = new Thread(process::destroyForcibly, "end-of-" + process.pid());
    Runtime.getRuntime().addShutdownHook(end);
  }

  /**
   * What to start.
   *
   * @param home of the JDK
   * @param options of the JVM, such as {@code -Xmx64m}
   * @param classPath of the application alone
   * @param main name of its main class
   * @param arguments for {@code main}
   */
  public record Command(
      Path home, List<String> options, String classPath, String main, List<String> arguments) {

    /** The same with these options before its own. */
    public Command with(List<String> more) {
      List<String> all = new ArrayList<>(more);
      all.addAll(options);
      return new Command(home, all, classPath, main, arguments);
    }
  }

  /** Starts it in {@code directory}, where its output goes, without variables that set an agent. */
  public static JavaRun start(Command command, Path directory) throws IOException {
    List<String> line = new ArrayList<>(List.of(command.home().resolve("bin/java").toString()));
    line.addAll(command.options());
    line.addAll(List.of("-cp", command.classPath(), command.main()));
    line.addAll(command.arguments());
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path err = Files.createTempFile(directory, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(OTEL|LOADLINE)_.*|(JAVA_TOOL|JDK_JAVA)_OPTIONS"));
    long now = System.nanoTime();
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new JavaRun(process, out, err, now);
  }

  /** What it wrote to its standard output. */
  public String out() throws IOException {
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  /** What it wrote to its standard error. */
  public String err() throws IOException {
    return new String(Files.readAllBytes(err), StandardCharsets.UTF_8);
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean alive() {
    return process.isAlive();
  }

  /**
   * Waits until its standard output has this line.
   *
   * @return nanoseconds since it was started
   * @throws IllegalStateException when it ends before, or does not say so within {@code patience}
   */
  public long await(String line, Duration patience) throws IOException, InterruptedException {
    while (!out().contains(line + "\n")) {
      if (!process.isAlive() && !out().contains(line + "\n")) {
        throw new IllegalStateException("ended before it said " + line + ": " + out() + err());
      }
      if (System.nanoTime() - started > patience.toNanos()) {
        throw new IllegalStateException("did not say " + line + " in " + patience + ": " + err());
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    return System.nanoTime() - started;
  }

  /** Where the agent in it answers, once it says so; otherwise null. */
  public @Nullable String agent() throws IOException {
    Matcher matcher = AGENT.matcher(err());
    return matcher.find() ? matcher.group(1) : null;
  }

  /** Writes this to its standard input. */
  public void say(String text) throws IOException {
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Closes its standard input and waits for its end; empty when it has not come by then. */
  public OptionalInt end(Duration patience) throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      // Whoever has ended reads nothing more.
    }
    return waitFor(patience);
  }

  /** Waits for its exit code; empty when it has not come by then. */
  public OptionalInt waitFor(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException alreadyStopping) {
      // Then it runs at this moment, and finds nothing left to do.
    }
  }
}
