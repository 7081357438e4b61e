package dev.loadline.lab.bench;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A driver whose connections cost next to nothing, so that the pool alone is measured. */
public final class StubDriver implements Driver {
  /** The URL that it accepts. */
  static final String URL = "jdbc:loadline-stub:";

  private static final Map<String, Object> ANSWERS =
      Map.of("isValid", true, "getAutoCommit", true, "isClosed", false, "isReadOnly", false);

  @Override
  public @Nullable Connection connect(String url, @Nullable Properties info) {
    return acceptsURL(url) ? connection() : null;
  }

  private static Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            StubDriver.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> answer(method.getName(), method.getReturnType()));
  }

  private static @Nullable Object answer(String method, Class<?> type) {
    Object known = ANSWERS.get(method);
    return known == null && type == int.class
        ? (Object) Connection.TRANSACTION_READ_COMMITTED
        : known;
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(URL);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties info) {
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
