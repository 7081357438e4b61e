package dev.loadline.lab.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One borrow and return of a HikariCP connection that costs nothing itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BorrowBench {
  private final HikariConfig config = new HikariConfig();
  private HikariDataSource pool = new HikariDataSource();

  /** Opens a pool of 15. */
  @Setup
  public void open() {
    config.setDriverClassName(StubDriver.class.getName());
    config.setJdbcUrl(StubDriver.URL);
    config.setMaximumPoolSize(15);
    config.setPoolName("bench");
    pool = new HikariDataSource(config);
  }

  /** What an application does around every query. */
  @Benchmark
  public void borrowAndReturn() throws SQLException {
    pool.getConnection().close();
  }

  /** Closes the pool. */
  @TearDown
  public void close() {
    pool.close();
  }
}
