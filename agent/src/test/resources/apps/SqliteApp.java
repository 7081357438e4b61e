import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Writers of one file that wait for each other, give up, or have it for themselves. */
public final class SqliteApp {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(300);
  private static String url;
  private static long writes;
  private static long busy;
  private static long patience;
  private static volatile long waitedFrom;

  public static void main(String[] arguments) throws Exception {
    url = "jdbc:sqlite:" + new File(arguments[0], "shop.db");
    long start = System.nanoTime();
    try (Connection one = open(30_000);
        Connection other = open(30_000);
        Connection hasty = open(50);
        Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      update(one, "create table item (id integer primary key, name text)");
      writes++;
      one.setAutoCommit(false);
      insert(one, "first");
      Thread waiting = waiting(other);
      pause();
      giveUp(hasty);
      long asked = waitedFrom;
      long until = System.nanoTime();
      one.commit();
      writes++;
      System.out.println("waited " + (until - asked) / 1e9);
      waiting.join();
      one.rollback();
      one.setAutoCommit(true);
      byHand(one, hasty);
      insertMany(one);
      read(one);
      update(memory, "create table private (id integer)");
    }
    System.out.println("took " + (System.nanoTime() - start) / 1e9);
    System.out.println("gave up after " + patience / 1e9);
    System.out.println("writes " + writes);
    System.out.println("busy " + busy);
    System.out.println("ready");
    while (System.in.read() >= 0) {}
  }

  private static Connection open(int patience) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = " + patience);
    }
    return connection;
  }

  private static void update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static void insert(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into item (name) values (?)")) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }

  private static void insertMany(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("insert into item (name) values (?)")) {
      for (int i = 0; i < 10; i++) {
        statement.setString(1, "batch " + i);
        statement.addBatch();
      }
      statement.executeBatch();
      writes++;
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
                insert(connection, "second");
                writes++;
              } catch (SQLException failed) {
                failed.printStackTrace();
              }
            });
    thread.start();
    about.await();
    return thread;
  }

  private static void giveUp(Connection connection) throws SQLException {
    long from = System.nanoTime();
    try {
      insert(connection, "never");
      writes++;
    } catch (SQLException failed) {
      busy++;
      patience += System.nanoTime() - from;
    }
  }

  /** Transactions by the words of SQL: one that is committed, one that only reads. */
  private static void byHand(Connection connection, Connection hasty) throws Exception {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      pause();
      giveUp(hasty);
      statement.execute("COMMIT");
      writes++;
      statement.execute("BEGIN");
      statement.executeQuery("select count(*) from item").close();
      statement.executeUpdate("update item set name = 'third' where id = 1");
      pause();
      statement.executeUpdate("update item set name = 'fourth' where id = 1");
      statement.execute("ROLLBACK");
      writes++;
      statement.execute("BEGIN");
      statement.executeQuery("select count(*) from item").close();
      statement.execute("COMMIT");
    }
  }

  private static void read(Connection connection) throws SQLException {
    for (int i = 0; i < 20; i++) {
      try (Statement statement = connection.createStatement()) {
        statement.executeQuery("select * from item").close();
      }
    }
  }

  private static void pause() {
    long until = System.nanoTime() + PAUSE;
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
