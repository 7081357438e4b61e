package dev.loadline.lab.demo;

import java.nio.file.Path;

/**
 * How the demo is set up.
 *
 * @param port on 127.0.0.1 where Loadline answers; 0 for a free one
 * @param directory for configuration, signals and logs
 * @param requestsPerSecond mean rate of the load
 * @param seed of arrivals and hold times
 */
public record DemoSettings(int port, Path directory, double requestsPerSecond, long seed) {
  /** What the shop's pool allows by the document's sum: 15 connections × 10 requests/s each. */
  public static final double DOCUMENTED_CAPACITY = 150;

  /** About 40 % of the shop's capacity. */
  public static final double DEFAULT_REQUESTS_PER_SECOND = 0.4 * DOCUMENTED_CAPACITY;

  /** The configuration for Loadline, given where the shop's agent publishes. */
  String configuration(int agentPort) {
    return """
        listen: 127.0.0.1:%d
        data: %s
        collector:
          interval: 1s
          discovery:
            - static: {service: orders, targets: ["127.0.0.1:%d"]}
        services:
          orders: {objective: {p95: 300ms, waiting: 5%%}, document: capsules}
        """
        .formatted(port, quoted(directory.resolve("data")), agentPort);
  }

  private static String quoted(Path path) {
    return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
  }
}
