package dev.loadline.collector.source;

import com.google.auto.service.AutoService;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.Default;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PgBouncer's console, from version 1.17: {@code pgbouncer: {service: orders, address:
 * "127.0.0.1:6432", user: loadline}}. The user stands in {@code stats_users}, not in {@code
 * admin_users}.
 *
 * <p>A pool is one database and one user: {@code pool/bouncer/orders/app} with limit {@code
 * pool_size}, in use {@code sv_active}, waiting {@code cl_waiting}, and as wait what the first in
 * the queue has waited, 0.81 for {@code maxwait} 0 and {@code maxwait_us} 813081.
 *
 * @see <a href="https://www.pgbouncer.org/usage.html">PgBouncer, admin console</a>
 */
@SuppressWarnings("rawtypes")
@AutoService(Source.class)
public final class PgbouncerSource implements Source<PgbouncerSource.Settings> {

  /**
   * @param name of the pooler in resources; its address where nothing is said
   * @param timeout for the connect, and for each answer
   */
  public record Settings(
      String service,
      String address,
      @Nullable String name,
      String user,
      @Nullable Path passwordFile,
      @Default("2s") Duration timeout) {

    public Settings {
      Address.parse(address);
    }

    String pooler() {
      return name == null ? address : name;
    }
  }

  /** All that is ever sent. */
  enum Query {
    POOLS,
    DATABASES,
    CONFIG,
    LISTS,
    STATS_TOTALS,
    VERSION
  }

  @Override
  public String name() {
    return "pgbouncer";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Session session(Settings settings) {
    return new Open(settings);
  }

  /** What the answers of any version mean: columns are told by their names. */
  static Reading reading(String pooler, Map<Query, List<Map<String, String>>> answers) {
    Reading.Builder reading = new Reading.Builder();
    Map<String, Map<String, String>> databases =
        rows(answers, Query.DATABASES).stream()
            .collect(
                Collectors.toMap(row -> row.getOrDefault("name", ""), row -> row, (a, b) -> a));
    rows(answers, Query.POOLS).stream()
        .filter(PgbouncerSource::ofUsers)
        .forEach(pool -> pool(pooler, pool, databases, reading));
    rows(answers, Query.DATABASES).stream()
        .filter(row -> !"pgbouncer".equals(row.get("name")))
        .forEach(database -> database(pooler, database, reading));
    rows(answers, Query.STATS_TOTALS).stream()
        .filter(PgbouncerSource::ofUsers)
        .forEach(totals -> totals(pooler, totals, reading));
    clients(pooler, answers, reading);
    return reading.build();
  }

  private static List<Map<String, String>> rows(
      Map<Query, List<Map<String, String>>> answers, Query query) {
    return answers.getOrDefault(query, List.of());
  }

  private static boolean ofUsers(Map<String, String> row) {
    return !"pgbouncer".equals(row.get("database"));
  }

  private static void pool(
      String pooler,
      Map<String, String> pool,
      Map<String, Map<String, String>> databases,
      Reading.Builder reading) {
    String database = pool.getOrDefault("database", "");
    Resource resource = pool(pooler, database + "/" + pool.getOrDefault("user", ""));
    put(reading, resource, Signal.LIMIT, databases.getOrDefault(database, Map.of()), "pool_size");
    put(reading, resource, Signal.IN_USE, pool, "sv_active");
    put(reading, resource, Signal.WAITING, pool, "cl_waiting");
    if (pool.containsKey("maxwait")) {
      double micros = number(pool.getOrDefault("maxwait_us", "0"));
      reading.add(
          resource,
          Signal.WAIT,
          Map.of("of", "longest"),
          (number(pool.get("maxwait")) * 1e6 + micros) / 1e6);
    }
  }

  private static void database(
      String pooler, Map<String, String> database, Reading.Builder reading) {
    String name = database.getOrDefault("name", "");
    put(reading, pool(pooler, name), Signal.LIMIT, database, "max_connections");
    put(reading, pool(pooler, name), Signal.IN_USE, database, "current_connections");
    for (String state : List.of("paused", "disabled")) {
      if (number(database.get(state)) > 0) {
        reading.note("database " + name + " is " + state);
      }
    }
  }

  /** From version 1.23, which counts how often a client was given a connection. */
  private static void totals(String pooler, Map<String, String> totals, Reading.Builder reading) {
    double times = number(totals.get("server_assignment_count"));
    double seconds = number(totals.get("wait_time")) / 1e6;
    if (times >= 0 && seconds >= 0) {
      Resource resource = pool(pooler, totals.getOrDefault("database", ""));
      reading.put(resource, Signal.ACQUIRED, times);
      reading.total(resource, Signal.WAIT, seconds, times);
    }
  }

  private static void clients(
      String pooler, Map<Query, List<Map<String, String>>> answers, Reading.Builder reading) {
    Resource clients = new Resource(ResourceKind.SERVER_CONNECTIONS, pooler);
    Map<String, String> config = byKey(rows(answers, Query.CONFIG), "key", "value");
    Map<String, String> lists = byKey(rows(answers, Query.LISTS), "list", "items");
    put(reading, clients, Signal.LIMIT, config, "max_client_conn");
    double ours = 1;
    double others = number(lists.get("used_clients")) + number(lists.get("login_clients")) - ours;
    if (others >= 0) {
      reading.put(clients, Signal.IN_USE, others);
    } else {
      reading.note("SHOW LISTS does not tell how many clients there are");
    }
  }

  private static Map<String, String> byKey(
      List<Map<String, String>> rows, String key, String value) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.getOrDefault(key, ""),
                row -> row.getOrDefault(value, ""),
                (first, second) -> first));
  }

  private static Resource pool(String pooler, String name) {
    return new Resource(ResourceKind.POOL, pooler + "/" + name);
  }

  /** A column that a version does not have gives nothing; a limit of 0 is none. */
  private static void put(
      Reading.Builder reading,
      Resource resource,
      Signal signal,
      Map<String, String> row,
      String column) {
    double value = number(row.get(column));
    if (value > 0 || (value == 0 && signal != Signal.LIMIT)) {
      reading.put(resource, signal, value);
    }
  }

  private static double number(@Nullable String text) {
    try {
      return text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** One pooler and our connection to it. */
  private static final class Open implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(PgbouncerSource.class);

    private final Settings settings;
    private @Nullable PgConsole console;

    Open(Settings settings) {
      this.settings = settings;
    }

    @Override
    public Origin origin() {
      return Origin.of(settings.service(), Address.parse(settings.address()), "pgbouncer");
    }

    @Override
    public Reading read() throws SourceException {
      try {
        PgConsole open = console == null ? open() : console;
        console = open;
        Map<Query, List<Map<String, String>>> answers = new EnumMap<>(Query.class);
        for (Query query : Query.values()) {
          answers.put(query, open.ask("SHOW " + query));
        }
        return reading(settings.pooler(), answers);
      } catch (SourceException e) {
        close();
        throw e;
      } catch (SocketTimeoutException e) {
        close();
        throw new SourceException(Reason.TIMEOUT, String.valueOf(e.getMessage()));
      } catch (IOException e) {
        close();
        throw new SourceException(Reason.CONNECT, String.valueOf(e.getMessage()));
      } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
        close();
        throw new SourceException(Reason.UNEXPECTED, "an answer that is not PgBouncer's");
      }
    }

    private PgConsole open() throws IOException, SourceException {
      String password = new Secret(settings.passwordFile()).read();
      return PgConsole.open(
          Address.parse(settings.address()),
          settings.user(),
          "pgbouncer",
          password,
          settings.timeout());
    }

    @Override
    public void close() {
      PgConsole last = console;
      console = null;
      try {
        if (last != null) {
          last.close();
        }
      } catch (IOException e) {
        LOG.debug("the connection was closed already", e);
      }
    }
  }
}
