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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;

/** A driver without a database: a statement takes as many milliseconds as its text says. */
public final class StubDriver implements Driver {

  /** Time in which statements ran, in nanoseconds. */
  static final AtomicLong BUSY = new AtomicLong();

  static {
    try {
      DriverManager.registerDriver(new StubDriver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public Connection connect(String url, Properties info) {
    return acceptsURL(url) ? connection() : null;
  }

  private static Connection connection() {
    return stub(
        Connection.class,
        (proxy, method, values) -> {
          switch (method.getName()) {
            case "isValid":
            case "getAutoCommit":
              return true;
            case "getTransactionIsolation":
              return Connection.TRANSACTION_READ_COMMITTED;
            case "createStatement":
              return statement(Statement.class, (Connection) proxy, "0");
            case "prepareStatement":
              return statement(PreparedStatement.class, (Connection) proxy, (String) values[0]);
            default:
              return usual(proxy, method, values);
          }
        });
  }

  private static <T> T statement(Class<T> type, Connection of, String text) {
    return stub(
        type,
        (proxy, method, values) -> {
          if (method.getName().startsWith("execute")) {
            long from = System.nanoTime();
            pause(1_000_000L * Long.parseLong(values == null ? text : (String) values[0]));
            BUSY.addAndGet(System.nanoTime() - from);
            return zero(method);
          }
          return method.getName().equals("getConnection") ? of : usual(proxy, method, values);
        });
  }

  static void pause(long nanos) {
    long until = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static Object usual(Object proxy, Method method, Object[] values) {
    switch (method.getName()) {
      case "hashCode":
        return System.identityHashCode(proxy);
      case "equals":
        return proxy == values[0];
      case "toString":
        return "stub";
      default:
        return zero(method);
    }
  }

  private static Object zero(Method method) {
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
