package dev.loadline.agent;

import dev.loadline.agent.probes.TomcatJdbcProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = TomcatJdbcProbe.class,
    artifact = "org.apache.tomcat:tomcat-jdbc",
    works = {"7.0.109", "8.0.53", "8.5.100", "9.0.112", "10.1.55", "11.0.27"})
class TomcatJdbcProbeIT {

  private final JdbcPool pool =
      new JdbcPool(
          "tomcat-jdbc",
          "org.apache.tomcat.jdbc.pool.DataSource",
          "username=x",
          "password=x",
          "driverClassName=dev.loadline.agent.StubDriver",
          "url=jdbc:stub:orders",
          "maxActive=3",
          "maxWait=1500",
          "name=orders");

  @TempDir Path directory;

  @EachVersion
  void figuresAreThoseOfTheApplicationsLedger(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.agrees(jvm, "orders", false);
    }
  }
}
