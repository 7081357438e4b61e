package dev.loadline.agent;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An application for the tests: it forgets to return one connection, returns another late, and with
 * an argument borrows as fast as it can for so many seconds.
 */
final class LeakApp {

  public static void main(String[] arguments) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setPoolName("orders");
    config.setMaximumPoolSize(3);
    config.setDriverClassName(StubDriver.class.getName());
    config.setJdbcUrl("jdbc:stub:orders");
    config.setUsername("x");
    config.setPassword("x");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      if (arguments.length > 0) {
        load(pool, Long.parseLong(arguments[0]));
      } else {
        forgets(pool);
        untilTheNextStackMayBeTaken();
        Connection late = returnsLate(pool);
        System.out.println("ready");
        System.in.read();
        late.close();
        System.out.println("returned");
      }
      System.in.read();
    }
  }

  private static void forgets(HikariDataSource pool) throws SQLException {
    pool.getConnection().setAutoCommit(true);
  }

  private static Connection returnsLate(HikariDataSource pool) throws SQLException {
    return pool.getConnection();
  }

  private static void untilTheNextStackMayBeTaken() {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1100);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  private static void load(HikariDataSource pool, long seconds) throws Exception {
    AtomicLong borrowed = new AtomicLong();
    long from = System.nanoTime();
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          new Thread(() -> borrow(pool, from + TimeUnit.SECONDS.toNanos(seconds), borrowed));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("took " + (System.nanoTime() - from));
    System.out.println("borrowed " + borrowed);
    System.out.println("ready");
  }

  private static void borrow(HikariDataSource pool, long until, AtomicLong borrowed) {
    while (until - System.nanoTime() > 0) {
      try (Connection connection = pool.getConnection()) {
        borrowed.addAndGet(connection == null ? 0 : 1);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private LeakApp() {}
}
