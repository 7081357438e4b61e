package dev.loadline.agent;

import dev.loadline.agent.probes.HikariProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = HikariProbe.class,
    artifact = "com.zaxxer:HikariCP",
    works = {"2.7.9", "3.4.5", "4.0.3", "5.1.0", "6.3.0", "7.1.0"},
    broken = "2.3.13")
class HikariProbeIT {

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

  @EachVersion
  void figuresAreThoseOfTheApplicationsLedger(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.agrees(jvm, "orders", true);
    }
  }

  @EachVersion(broken = true)
  void anOlderVersionIsLeftAlone(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.isBroken(jvm, "com.zaxxer.hikari.HikariDataSource", "getHikariPoolMXBean");
    }
  }
}
