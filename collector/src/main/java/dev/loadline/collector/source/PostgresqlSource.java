package dev.loadline.collector.source;

import com.google.auto.service.AutoService;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.source.PgClient.Tls;
import dev.loadline.collector.yaml.Default;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server, from version 10: {@code postgresql: {service: orders, address:
 * "127.0.0.1:5432", user: loadline}}.
 *
 * <p>A server with {@code max_connections} 100 of which 3 are kept for superusers has {@code
 * server-connections/orders-pg} limit 97; our own connection is not counted as in use.
 *
 * @see <a href="https://www.postgresql.org/docs/current/monitoring-stats.html">PostgreSQL, the
 *     cumulative statistics system</a>
 */
@SuppressWarnings("rawtypes")
@AutoService(Source.class)
public final class PostgresqlSource implements Source<PostgresqlSource.Settings> {

  /**
   * @param name of the server in resources; its address where nothing is said
   * @param user with pg_monitor, and not a superuser
   * @param timeout for a connect, and for an answer; a statement is given up after 1 s at most
   */
  public record Settings(
      String service,
      String address,
      @Nullable String name,
      String user,
      @Default("postgres") String database,
      @Nullable Path passwordFile,
      @Default("prefer") Tls tls,
      @Default("2s") Duration timeout) {

    public Settings {
      Address.parse(address);
      if (!database.matches("[A-Za-z0-9_.-]+")) {
        throw new IllegalArgumentException("a database of letters, digits, '_', '.' and '-'");
      }
    }

    PgClient client() {
      return new PgClient(
          Address.parse(address), database, user, passwordFile, tls, timeout, Query.SESSION);
    }
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Session session(Settings settings) {
    return new Open(settings);
  }

  /** All that is ever sent; none reads a relation of the users. */
  private enum Query {
    SERVER(
        """
        SELECT current_setting('max_connections')::int
               - current_setting('superuser_reserved_connections')::int
               - coalesce(current_setting('reserved_connections', true)::int, 0) AS usable,
          (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) AS superuser"""),
    /** Without pg_monitor the kind of a session of others is hidden, its user and database not. */
    ACTIVITY(
        """
        SELECT coalesce(datname, '') AS datname, coalesce(usename, '') AS usename,
          coalesce(application_name, '') AS application, coalesce(state, '') AS state,
          coalesce(wait_event_type, '') AS wait, backend_type IS NULL AS hidden, count(*) AS n
        FROM pg_catalog.pg_stat_activity
        WHERE pid <> pg_backend_pid()
          AND (backend_type = 'client backend'
            OR backend_type IS NULL AND usesysid IS NOT NULL AND datid IS NOT NULL AND datid <> 0
            OR backend_type = 'walsender'
              AND current_setting('server_version_num')::int < 120000)
        GROUP BY 1, 2, 3, 4, 5, 6"""),
    LIMITS(
        """
        SELECT 'database' AS kind, datname::text AS name, datconnlimit AS usable
        FROM pg_catalog.pg_database WHERE datconnlimit > 0
        UNION ALL
        SELECT 'role', rolname::text, rolconnlimit
        FROM pg_catalog.pg_roles WHERE rolconnlimit > 0
        LIMIT 200"""),
    REPLICAS(
        """
        SELECT coalesce(application_name, '') AS application,
          sum(pg_wal_lsn_diff(
            CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn()
              ELSE pg_current_wal_lsn() END,
            replay_lsn)) AS behind
        FROM pg_catalog.pg_stat_replication WHERE replay_lsn IS NOT NULL GROUP BY 1"""),
    BUFFERS(
        """
        SELECT sum(blks_hit) AS hits, sum(blks_read) AS misses
        FROM pg_catalog.pg_stat_database""");

    static final String SESSION =
        "-c statement_timeout=1000 -c lock_timeout=100 -c default_transaction_read_only=on";

    private final String sql;

    Query(String sql) {
      this.sql = sql;
    }
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  /** One server and our connection to it. */
  private static final class Open implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresqlSource.class);

    private final Settings settings;
    private final String server;
    private final Names applications = new Names();
    private final Names replicas = new Names();
    private @Nullable Connection connection;
    private boolean warned;

    Open(Settings settings) {
      this.settings = settings;
      this.server = settings.name() == null ? settings.address() : settings.name();
    }

    @Override
    public Origin origin() {
      return Origin.of(settings.service(), Address.parse(settings.address()), "postgresql");
    }

    @Override
    public Reading read() throws SourceException {
      try {
        Connection open = connection == null ? settings.client().connect() : connection;
        connection = open;
        return read(open);
      } catch (SQLException e) {
        if (!PgClient.keepsSession(e)) {
          close();
        }
        throw PgClient.told(e, full(e));
      }
    }

    @Override
    public void close() {
      Connection last = connection;
      connection = null;
      try {
        if (last != null) {
          last.close();
        }
      } catch (SQLException e) {
        LOG.debug("the connection was closed already", e);
      }
    }

    private Reading read(Connection open) throws SQLException {
      Reading.Builder reading = new Reading.Builder();
      Sessions sessions = new Sessions();
      ask(open, Query.SERVER, row -> server(row, reading));
      ask(open, Query.ACTIVITY, row -> sessions.add(row, reading));
      sessions.finish(reading);
      ask(open, Query.LIMITS, row -> limit(row, sessions, reading));
      ask(open, Query.REPLICAS, row -> replica(row, reading));
      ask(open, Query.BUFFERS, row -> buffers(row, reading));
      applications.tell(reading, "applications");
      replicas.tell(reading, "replicas");
      return reading.build();
    }

    private static void ask(Connection open, Query query, Row each) throws SQLException {
      try (Statement statement = open.createStatement();
          ResultSet row = statement.executeQuery(query.sql)) {
        while (row.next()) {
          each.read(row);
        }
      }
    }

    private void server(ResultSet row, Reading.Builder reading) throws SQLException {
      reading.put(connections(""), Signal.LIMIT, row.getInt("usable"));
      if (row.getBoolean("superuser")) {
        String warning =
            "%s is a superuser; give Loadline a role of its own with pg_monitor"
                .formatted(settings.user());
        reading.note(warning);
        if (!warned) {
          LOG.warn("{}: {}", origin().url(), warning);
          warned = true;
        }
      }
    }

    private void limit(ResultSet row, Sessions sessions, Reading.Builder reading)
        throws SQLException {
      String key = row.getString("kind") + "/" + row.getString("name");
      Resource resource = connections("/" + key);
      reading.put(resource, Signal.LIMIT, row.getInt("usable"));
      reading.put(resource, Signal.IN_USE, sessions.by.getOrDefault(key, 0));
    }

    private void replica(ResultSet row, Reading.Builder reading) throws SQLException {
      reading.add(
          new Resource(ResourceKind.QUEUE, server + "/replication"),
          Signal.BYTES,
          Map.of("replica", replicas.bounded(row.getString("application"))),
          Math.max(0, row.getDouble("behind")));
    }

    private void buffers(ResultSet row, Reading.Builder reading) throws SQLException {
      Resource buffers = new Resource(ResourceKind.CACHE, server + "/buffers");
      reading.put(buffers, Signal.HITS, row.getDouble("hits"));
      reading.put(buffers, Signal.MISSES, row.getDouble("misses"));
    }

    private Resource connections(String below) {
      return new Resource(ResourceKind.SERVER_CONNECTIONS, server + below);
    }

    /** The error itself says that every connection is taken, unless it is only our own role's. */
    private Reading full(SQLException e) {
      ServerErrorMessage said =
          e instanceof PSQLException told ? told.getServerErrorMessage() : null;
      if (said == null || !"53300".equals(e.getSQLState())) {
        return Reading.NOTHING;
      }
      Resource full =
          switch (String.valueOf(said.getRoutine())) {
            case "InitializeSessionUserId" -> connections("/role/" + settings.user());
            case "CheckMyDatabase" -> connections("/database/" + settings.database());
            default -> connections("");
          };
      return new Reading.Builder().put(full, Signal.UTILISATION, 1).build();
    }

    /** The sessions of one reading. */
    private final class Sessions {
      private final Map<String, Integer> by = new HashMap<>();
      private int all;
      private int hidden;

      void add(ResultSet row, Reading.Builder reading) throws SQLException {
        int n = row.getInt("n");
        all += n;
        by.merge("database/" + row.getString("datname"), n, Integer::sum);
        by.merge("role/" + row.getString("usename"), n, Integer::sum);
        part(reading, "application", applications.bounded(row.getString("application")), n);
        if (row.getBoolean("hidden")) {
          hidden += n;
        } else {
          part(reading, "state", row.getString("state"), n);
          work(reading, row.getString("state"), row.getString("wait"), n);
        }
      }

      private void part(Reading.Builder reading, String label, String value, int n) {
        reading.add(connections(""), Signal.IN_USE, Map.of(label, value), n);
      }

      /** A session that runs a statement has a processor, or waits for what is named. */
      private void work(Reading.Builder reading, String state, String wait, int n) {
        if (state.equals("active")) {
          Resource cpu = new Resource(ResourceKind.SERVER_CPU, server);
          if (wait.isEmpty()) {
            reading.put(cpu, Signal.IN_USE, n);
          } else {
            reading.add(cpu, Signal.WAITING, Map.of("wait", wait.toLowerCase(Locale.ROOT)), n);
          }
        }
      }

      void finish(Reading.Builder reading) {
        reading.put(connections(""), Signal.IN_USE, all);
        if (hidden > 0) {
          reading.note(
              "what %d sessions of others do is hidden; GRANT pg_monitor TO %s"
                  .formatted(hidden, settings.user()));
        } else {
          Resource cpu = new Resource(ResourceKind.SERVER_CPU, server);
          reading.put(cpu, Signal.IN_USE, 0);
          reading.add(cpu, Signal.WAITING, Map.of("wait", "lock"), 0);
        }
      }
    }
  }
}
