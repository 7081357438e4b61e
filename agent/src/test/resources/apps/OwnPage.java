import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A pool of two whose figures the application itself exports: seven borrows, one timeout. */
final class OwnPage {

  private OwnPage() {}

  static void show(Consumer<HikariConfig> exported, Callable<String> page) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setPoolName("orders");
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(250);
    config.setDriverClassName("dev.loadline.agent.StubDriver");
    config.setJdbcUrl("jdbc:stub:orders");
    config.setUsername("x");
    config.setPassword("x");
    exported.accept(config);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      int acquired = 0;
      for (int i = 0; i < 5; i++) {
        try (Connection connection = pool.getConnection()) {
          acquired += connection.isClosed() ? 0 : 1;
        }
      }
      System.out.println("acquired " + (acquired + untilOneTimesOut(pool)));
      System.out.println("page begins");
      System.out.println(page.call());
      System.out.println("page ends");
      System.out.println("ready");
      System.in.read();
    }
    System.exit(0);
  }

  private static int untilOneTimesOut(HikariDataSource pool) throws SQLException {
    try (Connection one = pool.getConnection();
        Connection two = pool.getConnection()) {
      try (Connection three = pool.getConnection()) {
        throw new IllegalStateException("three of two: " + one + two + three);
      } catch (SQLTransientConnectionException timeout) {
        return 2;
      }
    }
  }
}
