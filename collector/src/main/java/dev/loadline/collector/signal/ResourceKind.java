package dev.loadline.collector.signal;

import java.util.Arrays;
import java.util.Optional;

/** What sort of finite thing a {@link Resource} is. */
public enum ResourceKind {
  POOL("pool"),
  WORKERS("workers"),
  EVENT_LOOP("event-loop"),
  WRITER("writer"),
  RATE_LIMIT("rate-limit"),
  CACHE("cache"),
  SOCKETS("sockets"),
  DESCRIPTORS("descriptors"),
  CPU("cpu"),
  MEMORY("memory"),
  NETWORK("network"),
  DISK("disk"),
  QUEUE("queue"),
  SERVER_CONNECTIONS("server-connections"),
  SERVER_CPU("server-cpu"),
  INSTANCES("instances"),
  /** The requests that a service has in flight: what every other resource is measured against. */
  REQUESTS("requests");

  private final String label;

  ResourceKind(String label) {
    this.label = label;
  }

  /** The word for this kind in YAML, JSON, metrics and on the page: {@code server-cpu}. */
  public String label() {
    return label;
  }

  /** The kind that {@code label} names, if any. */
  public static Optional<ResourceKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  @Override
  public String toString() {
    return label;
  }
}
