package dev.loadline.advisor.document.resource;

import dev.loadline.collector.yaml.Default;
import org.jspecify.annotations.Nullable;

/**
 * A PgBouncer, or what works like one, between pools and a database.
 *
 * @param server the database behind it
 * @param defaultPoolSize connections for each pair of user and database
 * @param reservePool more of them when clients wait
 * @param maxDbConnections limit for one database in all; null for none
 * @param users that differ, as the database sees them
 * @param databases behind it
 * @param instances of the pooler itself
 * @param maxClientConn clients that it accepts; null where nobody says
 * @param mode what a client keeps a connection for
 */
public record Pooler(
    String server,
    @Default("20") int defaultPoolSize,
    @Default("0") int reservePool,
    @Nullable Integer maxDbConnections,
    @Default("1") int users,
    @Default("1") int databases,
    @Default("1") int instances,
    @Nullable Integer maxClientConn,
    @Default("transaction") Mode mode) {

  /** For how long a client keeps its connection. */
  public enum Mode {
    SESSION,
    TRANSACTION,
    STATEMENT
  }

  private static final int STANDARD_CLIENTS = 100;

  public Pooler {
    if (defaultPoolSize < 1 || reservePool < 0 || users < 1 || databases < 1 || instances < 1) {
      throw new IllegalArgumentException(
          "default_pool_size, users, databases and instances are at least 1");
    }
  }

  /** Clients that each instance accepts: what is stated, else PgBouncer's own 100. */
  public int clients() {
    return maxClientConn == null ? STANDARD_CLIENTS : maxClientConn;
  }

  /** What it may open at the server: 2 users x 1 database x (20 + 5) are 50. */
  public int connections() {
    int pairs = users * databases * (defaultPoolSize + reservePool);
    int each = maxDbConnections == null ? pairs : Math.min(pairs, databases * maxDbConnections);
    return instances * each;
  }
}
