package dev.loadline.collector.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The control group of a process, version 1 or 2, with all that it lies in: the tightest limit of
 * the chain is the one that holds.
 *
 * @param cpu from the group itself to the root
 * @param cpuUsage the same of the controller that counts seconds
 * @param memory the same of the controller of memory
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html">Linux, control group v2</a>
 */
record Cgroup(boolean unified, List<Path> cpu, List<Path> cpuUsage, List<Path> memory) {
  /** Version 1 says "no limit" as the greatest number of whole pages. */
  private static final double NO_LIMIT_FROM = 0x1p62;

  /**
   * @param process {@code /proc/<pid>}
   * @param root {@code /sys/fs/cgroup}
   */
  static Cgroup of(Path process, Path root) throws IOException {
    List<String> lines = Files.readAllLines(process.resolve("cgroup"), StandardCharsets.UTF_8);
    if (Files.exists(root.resolve("cgroup.controllers"))) {
      List<Path> chain = chain(root, path(lines, ""));
      return new Cgroup(true, chain, chain, chain);
    }
    return new Cgroup(
        false, v1(root, lines, "cpu"), v1(root, lines, "cpuacct"), v1(root, lines, "memory"));
  }

  /** Processors that may be used at once, 1.5 for 150000 µs in 100000. */
  OptionalDouble cpuLimit() throws IOException {
    double limit = Double.POSITIVE_INFINITY;
    for (Path group : cpu) {
      limit = Math.min(limit, unified ? quota(words(group, "cpu.max")) : quotaV1(group));
    }
    return finite(limit);
  }

  OptionalDouble cpuSeconds() throws IOException {
    return unified
        ? scaled(keyed(cpuUsage, "cpu.stat", "usage_usec"), 1e6)
        : scaled(first(words(cpuUsage.get(0), "cpuacct.usage")), 1e9);
  }

  /** How often the group had to pause until its next period. */
  OptionalDouble throttled() throws IOException {
    return finite(keyed(cpu, "cpu.stat", "nr_throttled"));
  }

  OptionalDouble throttledSeconds() throws IOException {
    return unified
        ? scaled(keyed(cpu, "cpu.stat", "throttled_usec"), 1e6)
        : scaled(keyed(cpu, "cpu.stat", "throttled_time"), 1e9);
  }

  OptionalDouble memoryLimit() throws IOException {
    double limit = Double.POSITIVE_INFINITY;
    for (Path group : memory) {
      double own = first(words(group, unified ? "memory.max" : "memory.limit_in_bytes"));
      limit = own < NO_LIMIT_FROM ? Math.min(limit, own) : limit;
    }
    return finite(limit);
  }

  /** What cannot be given back at once: the inactive part of the file cache is left out. */
  OptionalDouble memoryInUse() throws IOException {
    Path own = memory.get(0);
    double all = first(words(own, unified ? "memory.current" : "memory.usage_in_bytes"));
    double idle = keyed(memory, "memory.stat", unified ? "inactive_file" : "total_inactive_file");
    return finite(Math.max(0, all - (Double.isNaN(idle) ? 0 : idle)));
  }

  private static List<Path> v1(Path root, List<String> lines, String controller) {
    return chain(root.resolve(controller), path(lines, controller));
  }

  /** In a container the path may be the host's, which is not there: the root is the group then. */
  private static List<Path> chain(Path root, String path) {
    Path group = root.resolve(path.substring(1)).normalize();
    if (!group.startsWith(root) || !Files.exists(group)) {
      return List.of(root);
    }
    List<Path> chain = new ArrayList<>();
    Path below = root.relativize(group);
    for (int depth = group.equals(root) ? 0 : below.getNameCount(); depth > 0; depth--) {
      chain.add(root.resolve(below.subpath(0, depth)));
    }
    chain.add(root);
    return chain;
  }

  /** Of {@code 4:memory:/group} the path; version 2 is {@code 0::/group}. */
  private static String path(List<String> lines, String controller) {
    return lines.stream()
        .map(line -> line.split(":", 3))
        .filter(part -> part.length == 3 && List.of(part[1].split(",")).contains(controller))
        .map(part -> part[2])
        .findFirst()
        .orElse("/");
  }

  private static double quota(String[] words) {
    return words.length == 2 && !words[0].equals("max")
        ? number(words[0]) / number(words[1])
        : Double.POSITIVE_INFINITY;
  }

  private static double quotaV1(Path group) throws IOException {
    double quota = first(words(group, "cpu.cfs_quota_us"));
    return quota > 0 ? quota / first(words(group, "cpu.cfs_period_us")) : Double.POSITIVE_INFINITY;
  }

  private static double keyed(List<Path> groups, String file, String key) throws IOException {
    String[] words = words(groups.get(0), file);
    for (int i = 0; i + 1 < words.length; i += 2) {
      if (words[i].equals(key)) {
        return number(words[i + 1]);
      }
    }
    return Double.NaN;
  }

  private static String[] words(Path group, String file) throws IOException {
    Path path = group.resolve(file);
    return Files.exists(path) ? Files.readString(path).strip().split("\\s+") : new String[0];
  }

  private static double first(String[] words) {
    return words.length == 0 ? Double.NaN : number(words[0]);
  }

  private static double number(String text) {
    return text.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static OptionalDouble scaled(double value, double by) {
    return finite(value / by);
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
