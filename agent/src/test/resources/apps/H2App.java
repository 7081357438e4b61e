import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Transactions of two databases that wait for each other's rows, give up, or do not meet. */
public final class H2App {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(300);
  private static long gaveUp;
  private static long patience;
  private static volatile long waitedFrom;
  private static volatile long took;

  public static void main(String[] arguments) throws Exception {
    Class.forName("org.h2.Driver");
    String file = "jdbc:h2:" + new File(arguments[0], "shop");
    String memory = "jdbc:h2:mem:stock;DB_CLOSE_DELAY=-1";
    try (Connection one = open(file, 30_000);
        Connection other = open(file, 30_000);
        Connection hasty = open(file, 60);
        Connection first = open(memory, 30_000);
        Connection second = open(memory, 60)) {
      fill(one);
      fill(first);
      apart(one, other);
      one.setAutoCommit(false);
      update(one, "update item set name = 'a' where id = 1");
      Thread waiting = waiting(other);
      pause();
      giveUp(hasty, "update item set name = 'never' where id = 1");
      long until = System.nanoTime();
      one.commit();
      System.out.println("waited " + (until - waitedFrom) / 1e9);
      waiting.join();
      System.out.println("took " + took / 1e9);
      System.out.println("gave up after " + patience / 1e9);
      System.out.println("timeouts " + gaveUp);
      table(first, second);
    }
    System.out.println("ready");
    while (System.in.read() >= 0) {}
  }

  private static Connection open(String url, int patience) throws SQLException {
    Connection connection = DriverManager.getConnection(url, "sa", "");
    update(connection, "set lock_timeout " + patience);
    return connection;
  }

  private static void fill(Connection connection) throws SQLException {
    update(connection, "create table item (id integer primary key, name varchar(40))");
    for (int i = 1; i <= 20; i++) {
      update(connection, "insert into item values (" + i + ", 'old')");
    }
  }

  /** Two transactions at once that write different rows. */
  private static void apart(Connection one, Connection other) throws SQLException {
    one.setAutoCommit(false);
    other.setAutoCommit(false);
    for (int i = 2; i <= 10; i++) {
      update(one, "update item set name = 'b' where id = " + i);
      update(other, "update item set name = 'b' where id = " + (10 + i));
    }
    one.commit();
    other.commit();
    one.setAutoCommit(true);
    other.setAutoCommit(true);
  }

  /** A whole table that another transaction has written to. */
  private static void table(Connection first, Connection second) throws SQLException {
    first.setAutoCommit(false);
    update(first, "update item set name = 'c' where id = 1");
    try {
      update(second, "drop table item");
    } catch (SQLException expected) {
      System.out.println("table " + expected.getErrorCode());
    }
    first.commit();
  }

  private static void update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Returns once the other is about to write. */
  private static Thread waiting(Connection connection) throws InterruptedException {
    CountDownLatch about = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                waitedFrom = System.nanoTime();
                about.countDown();
                update(connection, "update item set name = 'd' where id = 1");
                took = System.nanoTime() - waitedFrom;
              } catch (SQLException failed) {
                failed.printStackTrace();
              }
            });
    thread.start();
    about.await();
    return thread;
  }

  private static void giveUp(Connection connection, String sql) throws SQLException {
    long from = System.nanoTime();
    try {
      update(connection, sql);
    } catch (SQLException failed) {
      patience += System.nanoTime() - from;
      gaveUp += failed.getErrorCode() == 50200 ? 1 : 1000;
    }
  }

  private static void pause() {
    long until = System.nanoTime() + PAUSE;
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
