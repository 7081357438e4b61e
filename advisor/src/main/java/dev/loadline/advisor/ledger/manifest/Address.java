package dev.loadline.advisor.ledger.manifest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a container connects to, without the password.
 *
 * @param engine {@code postgres}, {@code mysql}, {@code mongodb} …; empty where it is not said
 * @param dialect the scheme as written: {@code postgresql+asyncpg}
 * @param host empty where it is not said
 * @param parameters by their names in lower case
 */
record Address(
    String engine,
    String dialect,
    String host,
    String database,
    String user,
    Map<String, String> parameters) {
  private static final int LONGEST = 2_000;
  private static final Pattern SCHEME =
      Pattern.compile("(?i)^(jdbc:)?([a-z0-9]+)(\\+[a-z0-9_]+)?://(.+)$");
  private static final Map<String, String> ENGINES =
      Map.ofEntries(
          Map.entry("postgres", "postgres"),
          Map.entry("postgresql", "postgres"),
          Map.entry("postgis", "postgres"),
          Map.entry("ecto", "postgres"),
          Map.entry("mysql", "mysql"),
          Map.entry("mysql2", "mysql"),
          Map.entry("mariadb", "mysql"),
          Map.entry("mongodb", "mongodb"),
          Map.entry("sqlserver", "sqlserver"),
          Map.entry("mssql", "sqlserver"));
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?i)^(jdbc:)?(sqlite3?|file|h2|hsqldb|derby|duckdb|libsql|rediss?|memcached|amqps?|kafka"
              + "|nats|https?|s3|gs|oracle|cockroachdb|clickhouse|cassandra|neo4j|bolt)[+:].*");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.%-]+|\\[[0-9A-Fa-f:.%]+\\]?.*");
  private static final Pattern PAIR =
      Pattern.compile("(?i)([a-z_]++(?: [a-z_]++)*+) ?= ?([^;\\s]+)");

  /** Reads a URL, a JDBC URL, or {@code Host=…;Username=…}; nothing for anything else. */
  static Optional<Address> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher scheme = SCHEME.matcher(text.strip());
    if (!scheme.matches()) {
      return pairs(text);
    }
    String engine = ENGINES.get(scheme.group(2).toLowerCase(Locale.ROOT));
    if (engine == null) {
      return Optional.empty();
    }
    String driver = scheme.group(3) == null ? "" : scheme.group(3);
    String dialect = (scheme.group(1) == null ? "" : "jdbc:") + scheme.group(2) + driver;
    return Optional.of(url(engine, dialect.toLowerCase(Locale.ROOT), scheme.group(4)));
  }

  /** Whether a text names something that is no database server of the ledger. */
  static boolean elsewhere(String text) {
    return text.length() <= LONGEST && ELSEWHERE.matcher(text.strip()).matches();
  }

  /** Whether the host can be one; a variable in it may become one. */
  boolean reachable() {
    return host.contains("$") || HOST.matcher(host).matches();
  }

  static Address host(String engine, String host) {
    return new Address(engine, "", bare(host), "", "", Map.of());
  }

  private static Address url(String engine, String dialect, String rest) {
    int at = credentials(rest);
    String[] parts = rest.substring(at + 1).split("[?;]", 2);
    String[] place = parts[0].split("/", 2);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : parts.length == 1 ? new String[0] : parts[1].split("[&;]")) {
      String[] sides = pair.split("=", 2);
      parameters.put(sides[0].toLowerCase(Locale.ROOT), sides.length == 1 ? "" : sides[1]);
    }
    return new Address(
        engine,
        dialect,
        place[0].isEmpty() ? socket(parameters.getOrDefault("host", "")) : bare(place[0]),
        place.length == 1 ? "" : place[1],
        at < 0 ? parameters.getOrDefault("user", "") : rest.substring(0, at).split(":", 2)[0],
        parameters);
  }

  /** Where user and password end; a password may hold a question mark, a parameter an @. */
  private static int credentials(String rest) {
    String head = rest.split("[?;]", 2)[0];
    int at = head.lastIndexOf('@');
    return at < 0 && head.indexOf('/') < 0 ? rest.lastIndexOf('@') : at;
  }

  private static Optional<Address> pairs(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(text);
    while (pair.find()) {
      found.put(pair.group(1).strip().toLowerCase(Locale.ROOT), pair.group(2));
    }
    String host = found.getOrDefault("host", found.getOrDefault("server", ""));
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String database = found.getOrDefault("dbname", found.getOrDefault("database", ""));
    String user = found.getOrDefault("user", found.getOrDefault("username", ""));
    return Optional.of(new Address("", "", bare(host), database, user, found));
  }

  /** {@code ?host=/var/run/postgresql} is a server beside its client. */
  private static String socket(String host) {
    return host.startsWith("/") ? "localhost" : bare(host);
  }

  /** The first host of several, without its port. */
  private static String bare(String hosts) {
    String first = hosts.split(",", 2)[0].strip();
    return first.startsWith("[") ? first : first.replaceFirst(":.*$", "");
  }

  boolean sqlAlchemy() {
    return dialect.contains("+") && !engine.equals("mongodb");
  }

  /** Whether the server runs beside its client. */
  boolean local() {
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }
}
