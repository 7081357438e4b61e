package dev.loadline.agent;

import dev.loadline.agent.probes.Dbcp2Probe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = Dbcp2Probe.class,
    artifact = "org.apache.commons:commons-dbcp2",
    works = {"2.0", "2.1.1", "2.5.0", "2.10.0", "2.14.0"})
class Dbcp2ProbeIT {

  private final JdbcPool pool =
      new JdbcPool(
          "dbcp2",
          "org.apache.commons.dbcp2.BasicDataSource",
          "username=x",
          "password=x",
          "driverClassName=dev.loadline.agent.StubDriver",
          "url=jdbc:stub:orders",
          "maxTotal=3",
          "maxWaitMillis=1500",
          "jmxName=orders");

  @TempDir Path directory;

  @EachVersion
  void figuresAreThoseOfTheApplicationsLedger(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.agrees(jvm, "orders", true);
    }
  }
}
