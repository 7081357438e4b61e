package dev.loadline.collector.source;

import com.google.auto.service.AutoService;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.Default;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process and the control group that it lives in: {@code process: {service: orders, pid_file:
 * /run/orders.pid}}.
 *
 * <p>{@code cpu.max} 150000 100000 in a group below one with 100000 100000 is {@code cpu/process}
 * limit 1: the tightest of the chain.
 */
@SuppressWarnings("rawtypes")
@AutoService(Source.class)
public final class ProcessSource implements Source<ProcessSource.Settings> {

  /**
   * @param pidFile a file that holds the number of the process; read each time
   * @param proc where the process file system is mounted
   * @param cgroup where the control groups are mounted
   */
  public record Settings(
      String service,
      @Nullable Long pid,
      @Nullable Path pidFile,
      @Default("/proc") Path proc,
      @Default("/sys/fs/cgroup") Path cgroup) {

    public Settings {
      if ((pid == null) == (pidFile == null)) {
        throw new IllegalArgumentException("name the process by pid or by pid_file");
      }
    }

    Path process() throws IOException {
      return proc.resolve(
          pidFile == null
              ? String.valueOf(pid)
              : Long.toString(Long.parseLong(Files.readString(pidFile).strip())));
    }
  }

  @Override
  public String name() {
    return "process";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Session session(Settings settings) {
    return new Looking(settings);
  }

  /** One process. */
  private record Looking(Settings settings) implements Session {
    private static final Resource CPU = new Resource(ResourceKind.CPU, "process");
    private static final Resource MEMORY = new Resource(ResourceKind.MEMORY, "process");
    private static final Resource FILES = new Resource(ResourceKind.DESCRIPTORS, "process");

    @Override
    public Origin origin() {
      String which =
          String.valueOf(settings.pidFile() == null ? settings.pid() : settings.pidFile());
      return new Origin(settings.service(), which, "process", "file://" + settings.proc());
    }

    @Override
    public Reading read() throws SourceException {
      Reading.Builder reading = new Reading.Builder();
      try {
        Path process = settings.process();
        if (!Files.exists(process)) {
          throw new SourceException(Reason.CONNECT, "there is no process " + process);
        }
        group(Cgroup.of(process, settings.cgroup()), reading);
        descriptors(process, reading);
      } catch (IOException | NumberFormatException e) {
        throw new SourceException(Reason.UNEXPECTED, e.toString());
      }
      return reading.build();
    }

    @Override
    public void close() {}

    private static void group(Cgroup group, Reading.Builder reading) throws IOException {
      put(reading, CPU, Signal.LIMIT, group.cpuLimit());
      put(reading, CPU, Signal.IN_USE_SECONDS, group.cpuSeconds());
      OptionalDouble times = group.throttled();
      OptionalDouble seconds = group.throttledSeconds();
      if (times.isPresent() && seconds.isPresent()) {
        reading.total(CPU, Signal.WAIT, seconds.getAsDouble(), times.getAsDouble());
      }
      put(reading, MEMORY, Signal.LIMIT, group.memoryLimit());
      put(reading, MEMORY, Signal.IN_USE, group.memoryInUse());
    }

    private static void put(
        Reading.Builder reading, Resource resource, Signal signal, OptionalDouble value) {
      if (value.isPresent()) {
        reading.put(resource, signal, value.getAsDouble());
      }
    }

    private static void descriptors(Path process, Reading.Builder reading) throws IOException {
      for (String line : Files.readAllLines(process.resolve("limits"))) {
        String[] words = line.split("\\s+");
        if (line.startsWith("Max open files") && !words[3].equals("unlimited")) {
          reading.put(FILES, Signal.LIMIT, Double.parseDouble(words[3]));
        }
      }
      try (Stream<Path> open = Files.list(process.resolve("fd"))) {
        reading.put(FILES, Signal.IN_USE, (double) open.count());
      } catch (IOException e) {
        reading.note("the descriptors are not ours to see; run as the user of the process");
      }
    }
  }
}
