package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many connections a server is told to accept. */
final class Limit {
  private static final List<String> VARIABLES =
      List.of(
          "POSTGRES_MAX_CONNECTIONS",
          "POSTGRESQL_MAX_CONNECTIONS",
          "PG_MAX_CONNECTIONS",
          "MYSQL_MAX_CONNECTIONS",
          "MARIADB_MAX_CONNECTIONS",
          "DB_MAX_CONNECTIONS");
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)\\s*(max_connections|max-connections|maxIncomingConnections)\\s*[=:]\\s*'?(\\d{1,6})'?\\b.*");

  private Limit() {}

  /** For a server's own container. */
  static Figure of(String server, Container container) {
    return container
        .commandLine()
        .parameter("max_connections", "maxConns")
        .map(setting -> setting.number("max_connections"))
        .or(() -> stated(container))
        .or(
            () ->
                new Variables(container.environment())
                    .first(List.of("MAX_CONNECTIONS"))
                    .map(named -> named.setting().number(named.name())))
        .or(() -> written(container))
        .orElseGet(
            () ->
                Figure.unknown(
                    "%s: max_connections of %s is not written"
                        .formatted(container.where(), server)));
  }

  /** What any container says of its server. */
  static Optional<Figure> stated(Container container) {
    return new Variables(container.environment())
        .first(VARIABLES)
        .map(named -> named.setting().number(named.name()));
  }

  private static Optional<Figure> written(Container container) {
    for (Map.Entry<String, Setting> file : new TreeMap<>(container.files()).entrySet()) {
      Setting text = file.getValue();
      List<String> lines = text.orEmpty().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        Matcher line = LINE.matcher(lines.get(i));
        if (line.matches()) {
          String where = text.file() + ":" + (text.line() + i);
          return Optional.of(Figure.known(Integer.parseInt(line.group(2)), where));
        }
      }
    }
    return Optional.empty();
  }
}
