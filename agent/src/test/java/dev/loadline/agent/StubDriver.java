package dev.loadline.agent;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A driver without a database: a statement takes as many milliseconds as its text says. */
public final class StubDriver implements Driver {

  static final String URL = "jdbc:stub:orders";
  static final long COMMIT_MILLIS = 10;

  /** Time in which the server worked, in nanoseconds. */
  static final AtomicLong BUSY = new AtomicLong();

  static {
    try {
      DriverManager.registerDriver(new StubDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) {
    return acceptsURL(url) ? connection() : null;
  }

  private static Connection connection() {
    return stub(
        Connection.class,
        (proxy, method, values) ->
            switch (method.getName()) {
              case "isValid", "getAutoCommit" -> true;
              case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
              case "createStatement" -> statement(Statement.class, (Connection) proxy, "0");
              case "prepareStatement" ->
                  statement(PreparedStatement.class, (Connection) proxy, (String) values[0]);
              case "commit" -> work(COMMIT_MILLIS, method);
              default -> usual(proxy, method, values);
            });
  }

  private static <T> T statement(Class<T> type, Connection of, String text) {
    return stub(
        type,
        (proxy, method, values) -> {
          if (method.getName().startsWith("execute")) {
            return work(Long.parseLong(values == null ? text : (String) values[0]), method);
          }
          return method.getName().equals("getConnection") ? of : usual(proxy, method, values);
        });
  }

  private static @Nullable Object work(long millis, Method method) {
    long from = System.nanoTime();
    pause(millis);
    BUSY.addAndGet(System.nanoTime() - from);
    return zero(method);
  }

  static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  private static @Nullable Object usual(Object proxy, Method method, Object @Nullable [] values) {
    return switch (method.getName()) {
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> values != null && proxy == values[0];
      case "toString" -> "stub";
      default -> zero(method);
    };
  }

  private static @Nullable Object zero(Method method) {
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return false;
    }
    if (type.isInterface() && type.getName().startsWith("java.sql.")) {
      return stub(type, StubDriver::usual);
    }
    return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
  }

  private static <T> T stub(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(StubDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith("jdbc:stub:");
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
