package dev.loadline.agent;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * An application for the tests that gets the agent late: a hold before, one across, and after that
 * three of known length.
 */
final class LateApp {

  public static void main(String[] arguments) throws Exception {
    try (HikariDataSource pool = pool()) {
      hold(pool);
      Connection across = pool.getConnection();
      System.out.println("ready");
      System.in.read();
      across.close();
      long held = 0;
      for (int i = 0; i < 3; i++) {
        held += hold(pool);
      }
      System.out.println("held " + held);
      System.in.read();
    }
  }

  private static HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("late");
    config.setMaximumPoolSize(2);
    config.setDataSource(stub(DataSource.class, stub(Connection.class, true)));
    return new HikariDataSource(config);
  }

  private static <T> T stub(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            LateApp.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, values) -> {
              Class<?> result = method.getReturnType();
              if (result.isInstance(answer) || (result == boolean.class && answer.equals(true))) {
                return answer;
              }
              return result == int.class ? 0 : result == boolean.class ? false : null;
            }));
  }

  private static long hold(HikariDataSource pool) throws Exception {
    Connection connection = pool.getConnection();
    long from = System.nanoTime();
    long until = from + TimeUnit.MILLISECONDS.toNanos(120);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
    connection.close();
    return System.nanoTime() - from;
  }

  private LateApp() {}
}
