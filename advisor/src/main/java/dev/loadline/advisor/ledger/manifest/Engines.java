package dev.loadline.advisor.ledger.manifest;

import java.util.Locale;
import java.util.Optional;

/** Which server or pooler an image holds, by its name. */
final class Engines {
  static final String POOLER = "pgbouncer";

  private Engines() {}

  /** {@code postgres} for {@code docker.io/bitnami/postgresql:16}; nothing for an application. */
  static Optional<String> of(String image) {
    String name =
        image.toLowerCase(Locale.ROOT).replaceFirst("@.*$", "").replaceFirst(":[^/]*$", "");
    String last = name.substring(name.lastIndexOf('/') + 1);
    if (last.contains("exporter") || last.contains("backup") || last.contains("operator")) {
      return Optional.empty();
    }
    return last.contains(POOLER) ? Optional.of(POOLER) : server(last);
  }

  private static Optional<String> server(String last) {
    return switch (last) {
      case "postgres", "postgresql", "postgresql-repmgr", "postgresql-ha", "postgis", "pgvector" ->
          Optional.of("postgres");
      case "timescaledb", "timescaledb-ha", "spilo", "spilo-15", "spilo-16", "spilo-17" ->
          Optional.of("postgres");
      case "mysql", "mariadb", "percona", "percona-server", "mysql-server" -> Optional.of("mysql");
      case "mongo", "mongodb", "mongodb-community-server", "percona-server-mongodb" ->
          Optional.of("mongodb");
      default -> Optional.empty();
    };
  }
}
