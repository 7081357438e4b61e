import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.Statement;

/** Borrows from HikariCP, and leaves it open. */
public final class HikariShape {

  public static void main(String[] arguments) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setDriverClassName("StubDriver");
    config.setJdbcUrl("jdbc:stub:orders");
    config.setMaximumPoolSize(3);
    HikariDataSource pool = new HikariDataSource(config);
    for (int i = 0; i < 5; i++) {
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("1");
      }
    }
    System.out.println("hikari");
    Thread.sleep(Long.parseLong(arguments[1]));
    System.exit(0);
  }
}
