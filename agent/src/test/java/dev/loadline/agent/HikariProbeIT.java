package dev.loadline.agent;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HikariProbeIT {

  private static final String LIBRARY = "com.zaxxer:HikariCP:";

  private final JdbcPool pool =
      new JdbcPool(
          "hikaricp",
          "com.zaxxer.hikari.HikariDataSource",
          "username=x",
          "password=x",
          "driverClassName=dev.loadline.agent.StubDriver",
          "jdbcUrl=jdbc:stub:orders",
          "maximumPoolSize=3",
          "connectionTimeout=1500",
          "poolName=orders");

  @TempDir Path directory;

  static Stream<Arguments> versions() {
    return JdbcPool.versions("7.1.0", "6.3.0", "5.1.0", "4.0.3", "3.4.5", "2.7.9");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void figuresAreThoseOfTheApplicationsLedger(String version, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + version))) {
      pool.agrees(jvm, "orders", true);
    }
  }

  @Test
  void anOlderVersionIsLeftAlone() throws Exception {
    String home = System.getProperty("java.home");
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + "2.3.13"))) {
      pool.isBroken(jvm, "com.zaxxer.hikari.HikariDataSource", "getHikariPoolMXBean");
    }
  }
}
