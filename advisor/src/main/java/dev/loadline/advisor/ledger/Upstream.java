package dev.loadline.advisor.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one instance of a pooler may open to one server. PgBouncer keeps a pool for every pair of
 * user and database, so that 2 users, 3 databases and 20 + 5 connections make 150; {@code
 * max_db_connections} bounds each database.
 *
 * @param server by name
 * @param users different users that log in
 * @param databases databases on that server
 * @param poolSize {@code default_pool_size}
 * @param reserve {@code reserve_pool_size}
 * @param maxPerDatabase {@code max_db_connections}, or null where there is no such limit
 */
public record Upstream(
    String server,
    Figure users,
    Figure databases,
    Figure poolSize,
    Figure reserve,
    @Nullable Figure maxPerDatabase) {

  /** Connections of one instance, as far as they are known. */
  long perInstance() {
    Integer limit = maxPerDatabase == null ? null : maxPerDatabase.value();
    if (limit == null) {
      return pools();
    }
    long bounded = (long) databases.or(1) * limit;
    return poolsKnown() ? Math.min(pools(), bounded) : bounded;
  }

  /** What must be known for that. */
  List<Figure> factors() {
    if (maxPerDatabase == null) {
      return List.of(users, databases, poolSize, reserve);
    }
    return List.of(databases, maxPerDatabase);
  }

  long pools() {
    return (long) users.or(1) * databases.or(1) * perPool();
  }

  /** Whether the limit of each database is below what its pools add up to. */
  boolean limited() {
    return maxPerDatabase != null && (!poolsKnown() || perInstance() < pools());
  }

  private long perPool() {
    return (long) poolSize.or(0) + reserve.or(0);
  }

  private boolean poolsKnown() {
    return users.value() != null && poolSize.value() != null && reserve.value() != null;
  }
}
