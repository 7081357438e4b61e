package dev.loadline.agent;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * An application for the tests: any pool of JDBC connections, made by its class's name and
 * properties, goes through known holds, works, a peak and a timeout, and tells its own ledger. The
 * true hold lies between {@code held_least} and {@code held_most}.
 */
final class JdbcPoolApp {

  static final int LIMIT = 3;

  private int acquired;
  private int timeouts;
  private long least;
  private long held;
  private long most;
  private long busyMost;
  private long slack;

  /** The pool's class and its properties, {@code name=value}. */
  public static void main(String[] arguments) throws Exception {
    Class.forName(StubDriver.class.getName());
    DataSource pool = pool(arguments);
    JdbcPoolApp app = new JdbcPoolApp();
    app.hold(pool);
    app.slack = app.most - app.least;
    for (int i = 0; i < 4; i++) {
      app.hold(pool);
    }
    app.timeOut(pool);
    app.tell();
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }

  static DataSource pool(String[] arguments) throws Exception {
    if (arguments[0].startsWith("io.agroal.")) {
      return agroal(arguments);
    }
    Object pool = Class.forName(arguments[0]).getConstructor().newInstance();
    for (String property : Arrays.asList(arguments).subList(1, arguments.length)) {
      int at = property.indexOf('=');
      String name = at < 0 ? property : setter(property.substring(0, at));
      set(pool, name, property.substring(at + 1));
    }
    return (DataSource) pool;
  }

  /** Agroal's pool has no properties but those of its configuration. */
  private static DataSource agroal(String[] arguments) throws Exception {
    Map<String, String> properties = new HashMap<>();
    for (String property : Arrays.asList(arguments).subList(1, arguments.length)) {
      int at = property.indexOf('=');
      properties.put(property.substring(0, at), property.substring(at + 1));
    }
    Class<?> reader = Class.forName("io.agroal.api.configuration.supplier.AgroalPropertiesReader");
    Object read =
        reader
            .getMethod("readProperties", Map.class)
            .invoke(reader.getConstructor().newInstance(), properties);
    return (DataSource)
        Class.forName("io.agroal.api.AgroalDataSource")
            .getMethod("from", Supplier.class, listeners())
            .invoke(null, read, Array.newInstance(listeners().getComponentType(), 0));
  }

  private static Class<?> listeners() throws ClassNotFoundException {
    return Array.newInstance(Class.forName("io.agroal.api.AgroalDataSourceListener"), 0).getClass();
  }

  private static String setter(String name) {
    return "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static void set(Object pool, String setter, String value) throws Exception {
    for (Method method : pool.getClass().getMethods()) {
      if (method.getName().equals(setter)) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 0) {
          method.invoke(pool);
          return;
        }
        if (types.length == 1 && types[0] != java.time.Duration.class) {
          method.invoke(pool, parsed(types[0], value));
          return;
        }
      }
    }
    throw new IllegalArgumentException(setter);
  }

  private static Object parsed(Class<?> type, String value) {
    if (type == String.class) {
      return value;
    }
    if (type == boolean.class) {
      return Boolean.valueOf(value);
    }
    return type == int.class ? (Object) Integer.valueOf(value) : Long.valueOf(value);
  }

  private void hold(DataSource pool) throws SQLException {
    long asked = System.nanoTime();
    Connection connection = pool.getConnection();
    long from = System.nanoTime();
    work(connection);
    StubDriver.pause(130);
    giveBack(connection, asked, from);
    connection.close();
  }

  private void work(Connection connection) throws SQLException {
    long from = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      statement.execute("40");
    }
    try (PreparedStatement statement = connection.prepareStatement("20")) {
      statement.executeUpdate();
    }
    connection.commit();
    busyMost += System.nanoTime() - from;
  }

  private void giveBack(Connection connection, long asked, long from) throws SQLException {
    long until = System.nanoTime();
    connection.close();
    long gone = System.nanoTime();
    acquired++;
    least += until - from;
    held += gone - from;
    most += gone - asked;
  }

  private void timeOut(DataSource pool) throws SQLException {
    Deque<Connection> open = new ArrayDeque<>();
    Deque<Long> since = new ArrayDeque<>();
    for (int i = 0; i < LIMIT; i++) {
      since.add(System.nanoTime());
      open.add(pool.getConnection());
      since.add(System.nanoTime());
    }
    try (Connection tooMany = pool.getConnection()) {
      System.out.println("got " + tooMany);
    } catch (SQLException timeout) {
      System.out.println("timed out: " + timeout);
      timeouts++;
    }
    while (!open.isEmpty()) {
      giveBack(open.remove(), since.remove(), since.remove());
    }
  }

  private void tell() {
    System.out.println("acquired " + acquired);
    System.out.println("timeouts " + timeouts);
    System.out.println("held_least " + least);
    System.out.println("held " + held);
    System.out.println("held_most " + most);
    System.out.println("slack " + slack);
    System.out.println("busy_least " + StubDriver.BUSY.get());
    System.out.println("busy_most " + busyMost);
  }

  private JdbcPoolApp() {}
}
