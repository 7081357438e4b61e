package dev.loadline.lab.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.loadline.lab.fetch.Libraries;
import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One borrow from HikariCP, one trivial query of H2 in memory, and the return. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueryBench {
  private static final String H2 = "com.h2database:h2:2.4.240";

  private HikariDataSource pool = new HikariDataSource();

  /** Puts H2 on the class path that JMH gives its forks. */
  public static void prepare() {
    String here = System.getProperty("java.class.path");
    System.setProperty("java.class.path", here + File.pathSeparator + Libraries.classPath(H2));
  }

  /** Opens a pool of 15. */
  @Setup
  public void open() {
    HikariConfig config = new HikariConfig();
    config.setDriverClassName("org.h2.Driver");
    config.setJdbcUrl("jdbc:h2:mem:bench");
    config.setMaximumPoolSize(15);
    config.setPoolName("bench");
    pool = new HikariDataSource(config);
    age();
  }

  /**
   * H2 walks hash sets in a query. In a JVM that has never walked another kind of them the compiler
   * saves two iterators, 80 bytes a query; every application has, and so has the agent.
   */
  private static void age() {
    Set<Integer> other = new LinkedHashSet<>(List.of(1, 2));
    long sum = 0;
    for (int i = 0; i < 20_000; i++) {
      for (int each : other) {
        sum += each;
      }
    }
    if (sum != 60_000) {
      throw new IllegalStateException("not walked");
    }
  }

  /** What an application does at the least. */
  @Benchmark
  public int query() throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement("SELECT 1");
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getInt(1);
    }
  }

  /** Closes the pool. */
  @TearDown
  public void close() {
    pool.close();
  }
}
