package dev.loadline.advisor.ledger.manifest;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which server or pooler an image holds, by its name. */
final class Engines {
  static final String POOLER = "pgbouncer";
  private static final int LONGEST = 500;
  private static final Map<String, Pattern> SERVERS =
      Map.of(
          "postgres",
          words("postgres|postgresql|postgis|pgvector|timescaledb|spilo"),
          "mysql",
          words("mysql|mariadb|percona"),
          "mongodb",
          words("mongo|mongodb"));
  private static final Pattern ASIDE =
      Pattern.compile(
          "exporter|backup|operator|client|express|admin|proxy|router|agent|migrat|init|dump|restore"
              + "|upgrade|wait");

  private Engines() {}

  /** {@code postgres} for {@code docker.io/bitnami/postgresql:16}; nothing for an application. */
  static Optional<String> of(String image) {
    if (image.length() > LONGEST) {
      return Optional.empty();
    }
    String name =
        image.toLowerCase(Locale.ROOT).replaceFirst("@.*$", "").replaceFirst(":[^/]*$", "");
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (ASIDE.matcher(last).find()) {
      return Optional.empty();
    }
    if (last.contains(POOLER)) {
      return Optional.of(POOLER);
    }
    return SERVERS.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(last).matches())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Pattern words(String names) {
    return Pattern.compile("(.*[-_])?(" + names + ")([-_\\d].*)?");
  }
}
