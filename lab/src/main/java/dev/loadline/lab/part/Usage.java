package dev.loadline.lab.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process has used, as Linux tells it in {@code /proc}. */
public final class Usage {
  /** Linux counts in hundredths of a second towards user space, on every architecture. */
  private static final double TICK_MILLIS = 10;

  private static final int AFTER_NAME_USER = 11;
  private static final int AFTER_NAME_SYSTEM = 12;

  private Usage() {}

  /** CPU time of all its threads so far, user and system, in milliseconds. */
  public static double cpuMillis(long pid) throws IOException {
    return cpuMillis(read(pid, "stat"));
  }

  static double cpuMillis(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks =
        Long.parseLong(fields[AFTER_NAME_USER]) + Long.parseLong(fields[AFTER_NAME_SYSTEM]);
    return ticks * TICK_MILLIS;
  }

  /** Memory that it has in RAM, in MiB. */
  public static double residentMib(long pid) throws IOException {
    return residentMib(read(pid, "status"));
  }

  static double residentMib(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** CPU time of its threads of this name (as Linux cuts it, after 15 characters), in ms. */
  public static double cpuMillisOfThread(long pid, String name) throws IOException {
    double millis = 0;
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
      List<Path> all = tasks.toList();
      for (Path task : all) {
        if (Files.readString(task.resolve("comm"), StandardCharsets.UTF_8).strip().equals(name)) {
          String onCpu = Files.readString(task.resolve("schedstat"), StandardCharsets.UTF_8);
          millis += Double.parseDouble(onCpu.split(" ", -1)[0]) / 1e6;
        }
      }
    }
    return millis;
  }

  private static String read(long pid, String file) throws IOException {
    return Files.readString(Path.of("/proc/" + pid + "/" + file), StandardCharsets.UTF_8);
  }
}
