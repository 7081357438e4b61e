package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import java.util.Optional;

/** Command-line programs of databases, which come in the server's image but are clients. */
final class Tools {
  private static final String[] PROGRAMS = {
    "psql",
    "pg_dump",
    "pg_dumpall",
    "pg_restore",
    "pg_isready",
    "mysql",
    "mysqldump",
    "mongodump",
    "mongosh"
  };

  private Tools() {}

  static boolean called(Container container) {
    return container.commandLine().calls(PROGRAMS);
  }

  /** Connections of such a program: 1, and one more for every parallel job; 1 of an exporter. */
  static Optional<Figure> connections(String client, Container container) {
    if (container.image().contains("exporter")) {
      return Optional.of(Figure.assumed(1, client + ": 1 connection, as the usual exporters open"));
    }
    if (!called(container)) {
      return Optional.empty();
    }
    Optional<Figure> jobs =
        container.commandLine().option("--jobs", "-j").map(setting -> setting.number("--jobs"));
    Integer count = jobs.map(Figure::value).orElse(null);
    return Optional.of(
        count == null
            ? jobs.orElse(Figure.known(1, container.where()))
            : Figure.known(count + 1, container.where()));
  }
}
