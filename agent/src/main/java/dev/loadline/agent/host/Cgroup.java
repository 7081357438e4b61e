package dev.loadline.agent.host;

import java.io.File;
import org.jspecify.annotations.Nullable;

/**
 * What control groups, version 1 or 2, grant this process: the tightest limit along the chain of
 * parents, and the use of the group that has it, which others may share. With a quota of 2 cores
 * outside and 0.5 inside, for example, the quota is 0.5.
 */
public final class Cgroup {

  /** Version 1 writes "no limit" as the largest number of pages. */
  private static final long UNLIMITED = 1L << 60;

  private static final double MICROS = 1e6;
  private static final double NANOS = 1e9;

  private final @Nullable Double cores;
  private final @Nullable Double cpuSeconds;
  private final @Nullable Long periods;
  private final @Nullable Long throttledPeriods;
  private final @Nullable Double throttledSeconds;
  private final @Nullable Long memoryLimit;
  private final @Nullable Long memoryInUse;

  Cgroup(@Nullable Hierarchy cpu, @Nullable Hierarchy usage, @Nullable Hierarchy memory) {
    File tight = cpu == null ? null : tightest(cpu, true);
    cores = cpu == null || tight == null ? null : cores(cpu, tight);
    File stat = tight == null ? null : new File(tight, "cpu.stat");
    boolean unified = cpu != null && cpu.unified();
    periods = stat == null ? null : PlainFile.number(stat, "nr_periods");
    throttledPeriods = stat == null ? null : PlainFile.number(stat, "nr_throttled");
    throttledSeconds =
        stat == null
            ? null
            : unified
                ? ratio(PlainFile.number(stat, "throttled_usec"), MICROS)
                : ratio(PlainFile.number(stat, "throttled_time"), NANOS);
    cpuSeconds = cpu == null || tight == null ? null : used(cpu, tight, usage);
    File full = memory == null ? null : tightest(memory, false);
    memoryLimit = memory == null || full == null ? null : bytes(memory, full);
    memoryInUse = memory == null ? null : workingSet(memory, full);
  }

  private static @Nullable File tightest(Hierarchy chain, boolean ofCpu) {
    File tightest = null;
    double least = Double.MAX_VALUE;
    for (File group : chain.groups()) {
      Number limit = limit(chain, group, ofCpu);
      if (limit != null && limit.doubleValue() < least) {
        least = limit.doubleValue();
        tightest = group;
      }
    }
    return tightest;
  }

  private static @Nullable Number limit(Hierarchy chain, File group, boolean ofCpu) {
    if (ofCpu) {
      return cores(chain, group);
    }
    return bytes(chain, group);
  }

  private static @Nullable Double cores(Hierarchy chain, File group) {
    Long quota;
    Long period;
    if (chain.unified()) {
      String text = PlainFile.text(new File(group, "cpu.max"));
      String[] fields = text == null ? new String[0] : text.trim().split(" ", -1);
      quota = fields.length == 2 ? PlainFile.number(fields[0]) : null;
      period = fields.length == 2 ? PlainFile.number(fields[1]) : null;
    } else {
      quota = PlainFile.number(new File(group, "cpu.cfs_quota_us"));
      period = PlainFile.number(new File(group, "cpu.cfs_period_us"));
    }
    return quota == null || period == null || quota <= 0 || period <= 0
        ? null
        : quota.doubleValue() / period;
  }

  private static @Nullable Double used(Hierarchy cpu, File tight, @Nullable Hierarchy accounts) {
    if (cpu.unified()) {
      return ratio(PlainFile.number(new File(tight, "cpu.stat"), "usage_usec"), MICROS);
    }
    int level = cpu.groups().indexOf(tight);
    boolean alike =
        accounts != null && !accounts.unified() && accounts.groups().size() == cpu.groups().size();
    return accounts == null || !alike
        ? null
        : ratio(PlainFile.number(new File(accounts.groups().get(level), "cpuacct.usage")), NANOS);
  }

  private static @Nullable Long bytes(Hierarchy chain, File group) {
    Long limit =
        PlainFile.number(new File(group, chain.unified() ? "memory.max" : "memory.limit_in_bytes"));
    return limit == null || limit >= UNLIMITED ? null : limit;
  }

  /** Without a limit, that of the innermost group. */
  private static @Nullable Long workingSet(Hierarchy chain, @Nullable File full) {
    File group = full == null ? chain.groups().get(0) : full;
    boolean unified = chain.unified();
    Long usage =
        PlainFile.number(new File(group, unified ? "memory.current" : "memory.usage_in_bytes"));
    Long idle =
        PlainFile.number(
            new File(group, "memory.stat"), unified ? "inactive_file" : "total_inactive_file");
    return usage == null || idle == null ? null : Math.max(0, usage - idle);
  }

  private static @Nullable Double ratio(@Nullable Long value, double unit) {
    return value == null ? null : value / unit;
  }

  /** The quota in cores; null where nothing limits. */
  public @Nullable Double cores() {
    return cores;
  }

  /** Processor time of the group whose quota it is, in seconds. */
  public @Nullable Double cpuSeconds() {
    return cpuSeconds;
  }

  /** Periods of the quota gone by. */
  public @Nullable Long periods() {
    return periods;
  }

  /** Periods in which the quota ran out. */
  public @Nullable Long throttledPeriods() {
    return throttledPeriods;
  }

  /** Time for which processors were withheld, summed over them, in seconds. */
  public @Nullable Double throttledSeconds() {
    return throttledSeconds;
  }

  /** Bytes of memory at most; null where nothing limits. */
  public @Nullable Long memoryLimit() {
    return memoryLimit;
  }

  /** Bytes of memory in use that the kernel cannot take back at once (no idle file cache). */
  public @Nullable Long memoryInUse() {
    return memoryInUse;
  }
}
