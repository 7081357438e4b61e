package dev.loadline.advisor.ledger.manifest;

import java.util.Optional;
import java.util.regex.Pattern;

/** Proxies beside a client that stand for one server elsewhere, one connection for one. */
final class Proxies {
  private static final Pattern INSTANCE =
      Pattern.compile("(?:-+instances=)?([a-z0-9.-]+:[a-z0-9-]+:[a-z0-9-]+)(?:[=?,].*)?");

  private Proxies() {}

  /** The instance that a Cloud SQL proxy is told: {@code project:region:name}. */
  static Optional<String> behind(Workload workload) {
    return workload.containers().stream()
        .filter(container -> container.image().matches(".*cloud-?sql-?proxy.*"))
        .flatMap(container -> container.commandLine().words().stream())
        .map(word -> INSTANCE.matcher(word.orEmpty()))
        .filter(java.util.regex.Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }
}
