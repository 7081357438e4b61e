package dev.loadline.lab.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The shop's way to its database: a HikariCP pool named {@value #POOL}. Each reading borrows one
 * connection and sleeps in the database for the next hold time, so that neither end needs the CPU
 * and the pool alone is the limit.
 */
final class OrderStore implements AutoCloseable {
  static final String POOL = "orders-db";

  private final HikariDataSource pool;
  private final HoldTimes holds;

  OrderStore(Shop.Settings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(POOL);
    config.setJdbcUrl(settings.jdbcUrl());
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionTimeout(settings.connectionTimeout().toMillis());
    pool = new HikariDataSource(config);
    holds = new HoldTimes(settings.seed());
  }

  /**
   * Reads, slowly.
   *
   * @throws java.sql.SQLTransientConnectionException when no connection came free in time
   */
  void read() throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement sleep = connection.prepareStatement("select pg_sleep(?)")) {
      sleep.setDouble(1, holds.nextSeconds());
      sleep.execute();
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
