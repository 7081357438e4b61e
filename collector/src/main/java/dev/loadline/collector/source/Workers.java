package dev.loadline.collector.source;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The processes behind a listening socket: they have it among their descriptors. Looking through
 * all descriptors is dear, and is done once a minute or when one of them is gone.
 */
final class Workers {
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
  private static final int MAX_WORKERS = 64;

  private final Path proc;
  private Set<Long> pids = Set.of();
  private Set<Long> inodes = Set.of();
  private long looked;

  Workers(Path proc) {
    this.proc = proc;
  }

  /** Tells how many there are, how many of them run now, and the CPU seconds of each. */
  void tell(int port, Set<Long> listening, Reading.Builder reading) throws IOException {
    if (listening.isEmpty()) {
      return;
    }
    boolean old = System.nanoTime() - looked > LOOK_EVERY.toNanos();
    if (old || !listening.equals(inodes) || pids.stream().anyMatch(this::isGone)) {
      pids = find(listening);
      inodes = Set.copyOf(listening);
      looked = System.nanoTime();
    }
    if (pids.isEmpty()) {
      reading.note("the processes behind port " + port + " are not ours to see; run as their user");
      return;
    }
    Resource workers = new Resource(ResourceKind.WORKERS, Integer.toString(port));
    reading.put(workers, Signal.LIMIT, pids.size());
    reading.put(workers, Signal.IN_USE, 0);
    int number = 0;
    for (long pid : pids) {
      worker(port, pid, number++, workers, reading);
    }
  }

  private void worker(int port, long pid, int number, Resource workers, Reading.Builder reading) {
    try {
      ProcessStat stat = ProcessStat.read(proc.resolve(Long.toString(pid)));
      reading.put(workers, Signal.IN_USE, stat.runs() ? 1 : 0);
      if (number < MAX_WORKERS) {
        reading.add(
            new Resource(ResourceKind.CPU, Integer.toString(port)),
            Signal.IN_USE_SECONDS,
            Map.of("worker", Integer.toString(number)),
            stat.cpuSeconds());
      }
    } catch (IOException e) {
      reading.note("process " + pid + " ended while it was read");
    }
  }

  private boolean isGone(long pid) {
    return !Files.exists(proc.resolve(Long.toString(pid)));
  }

  private Set<Long> find(Set<Long> listening) throws IOException {
    Set<Long> found = new TreeSet<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process, listening)) {
          found.add(Long.parseLong(String.valueOf(process.getFileName())));
        }
      }
    }
    return found;
  }

  /** Processes of others, and those that end meanwhile, hold nothing that we could see. */
  private static boolean holds(Path process, Set<Long> listening) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        String link = Files.readSymbolicLink(descriptor).toString();
        if (link.startsWith("socket:[")
            && listening.contains(Long.parseLong(link.substring(8, link.length() - 1)))) {
          return true;
        }
      }
    } catch (IOException | RuntimeException e) {
      return false;
    }
    return false;
  }
}
