package dev.loadline.collector.source;

import dev.loadline.collector.source.SourceException.Reason;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * How to reach what speaks PostgreSQL's protocol: one connection, read-only, the simple protocol
 * only.
 *
 * @param timeout for the connect, and for each answer; counted in whole seconds by the driver
 * @param options what the server sets for this session, {@code -c statement_timeout=1000}
 * @see <a href="https://jdbc.postgresql.org/documentation/use/">pgJDBC, connection parameters</a>
 */
record PgClient(
    Address address,
    String database,
    String user,
    @Nullable Path passwordFile,
    Tls tls,
    Duration timeout,
    @Nullable String options) {

  /** How the connection is protected. */
  enum Tls {
    DISABLE,
    PREFER,
    REQUIRE,
    VERIFY_FULL
  }

  Connection connect() throws SourceException, SQLException {
    String url = "jdbc:postgresql://%s/%s".formatted(address, database);
    Connection connection = new Driver().connect(url, properties());
    if (connection == null) {
      throw new SourceException(Reason.UNEXPECTED, "the driver does not take " + url);
    }
    return connection;
  }

  private Properties properties() throws SourceException {
    Properties properties = new Properties();
    String seconds = Long.toString(Math.max(1, timeout.toSeconds()));
    PGProperty.USER.set(properties, user);
    PGProperty.PASSWORD.set(properties, new Secret(passwordFile).read());
    PGProperty.SSL_MODE.set(properties, tls.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
    PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
    PGProperty.APPLICATION_NAME.set(properties, "loadline");
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "10");
    PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
    PGProperty.OPTIONS.set(properties, options);
    return properties;
  }

  /**
   * @param known what the failure itself tells
   */
  static SourceException told(SQLException e, Reading known) {
    return new SourceException(reason(e), String.valueOf(e.getMessage()), known);
  }

  private static Reason reason(SQLException e) {
    if (e.getCause() instanceof SocketTimeoutException) {
      return Reason.TIMEOUT;
    }
    String state = String.valueOf(e.getSQLState());
    return switch (state) {
      case "57014", "55P03" -> Reason.TIMEOUT;
      case "57P03" -> Reason.NOT_READY;
      case "53300" -> Reason.FULL;
      default -> byClass(state);
    };
  }

  private static Reason byClass(String state) {
    if (state.startsWith("28") || state.startsWith("42501") || state.startsWith("3D")) {
      return Reason.DENIED;
    }
    return state.startsWith("08") || state.startsWith("57P") ? Reason.CONNECT : Reason.UNEXPECTED;
  }

  /** A server that still answers keeps the session: a new one could meet the same obstacle. */
  static boolean keepsSession(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.equals("57014") || state.equals("55P03");
  }
}
