package dev.loadline.lab.demo;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * How busy this machine is: a proof on a busy one says little.
 *
 * @param idle share of the CPU that was idle, 0–1
 * @param loadAverage of the last minute
 * @param processors that the JVM sees
 */
public record Machine(double idle, double loadAverage, int processors) {

  /** Looks for two seconds. */
  public static Machine observe() throws InterruptedException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    system.getCpuLoad();
    TimeUnit.SECONDS.sleep(2);
    return new Machine(
        1 - system.getCpuLoad(), system.getSystemLoadAverage(), system.getAvailableProcessors());
  }

  boolean quiet() {
    return idle >= 0.5;
  }

  @Override
  public String toString() {
    return "%.0f %% idle, load average %.2f on %d CPUs%s"
        .formatted(
            100 * idle,
            loadAverage,
            processors,
            quiet() ? "" : " – too busy for the figures to be trusted");
  }
}
