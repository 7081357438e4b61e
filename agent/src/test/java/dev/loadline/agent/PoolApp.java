package dev.loadline.agent;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** An application for the tests: a pool of two, known holds, a timeout, a few requests. */
final class PoolApp {

  private static final int EXIT = 3;

  public static void main(String[] arguments) throws Exception {
    try (HikariDataSource pool = pool()) {
      long held = hold(pool, 0, 0);
      int holds = arguments.length < 2 ? 3 : Integer.parseInt(arguments[1]);
      for (int i = 0; i < holds; i++) {
        held += hold(pool, 120, 40);
      }
      System.out.println("held " + (arguments.length == 0 ? "" : held));
      System.out.println(timedOut(pool) ? "timed out" : "got one");
      requests();
      System.out.println("ready");
      System.in.read();
    }
    System.exit(EXIT);
  }

  private static HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("orders");
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(250);
    config.setDataSource(
        stub(
            DataSource.class,
            (proxy, method, values) ->
                method.getReturnType() == Connection.class ? connection() : zero(method)));
    return new HikariDataSource(config);
  }

  private static Connection connection() {
    return stub(
        Connection.class,
        (proxy, method, values) ->
            switch (method.getName()) {
              case "isValid", "getAutoCommit" -> true;
              case "createStatement" -> statement();
              default -> zero(method);
            });
  }

  private static Statement statement() {
    return stub(
        Statement.class,
        (proxy, method, values) -> {
          if (method.getName().equals("execute")) {
            pause(Long.parseLong((String) values[0]));
          }
          return zero(method);
        });
  }

  private static @Nullable Object zero(java.lang.reflect.Method method) {
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return false;
    }
    return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
  }

  private static <T> T stub(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(PoolApp.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static long hold(HikariDataSource pool, long millis, long busyMillis)
      throws SQLException {
    Connection connection = pool.getConnection();
    long from = System.nanoTime();
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(Long.toString(busyMillis));
      pause(millis - busyMillis);
    }
    return System.nanoTime() - from;
  }

  private static boolean timedOut(HikariDataSource pool) throws SQLException {
    try (Connection one = pool.getConnection();
        Connection two = pool.getConnection();
        Connection three = pool.getConnection()) {
      return one == two || three == null;
    } catch (java.sql.SQLTransientConnectionException timeout) {
      return true;
    }
  }

  private static void requests() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/orders",
        exchange -> {
          exchange.sendResponseHeaders(
              exchange.getRequestURI().getPath().length() > 9 ? 404 : 200, -1);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    for (String path : new String[] {"/orders/1", "/orders/2", "/orders/none"}) {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      System.out.println(path + " " + connection.getResponseCode());
    }
    server.stop(0);
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  private PoolApp() {}
}
