package dev.loadline.agent;

import dev.loadline.agent.probes.OracleUcpProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = OracleUcpProbe.class,
    artifact = "com.oracle.database.jdbc:ucp",
    works = {"19.3.0.0", "21.19.0.0"})
@Versions(
    probe = OracleUcpProbe.class,
    artifact = "com.oracle.database.jdbc:ucp11",
    works = "23.26.4.0.0")
class OracleUcpProbeIT {

  private final JdbcPool pool =
      new JdbcPool(
          "oracle-ucp",
          "oracle.ucp.jdbc.PoolDataSourceImpl",
          "user=x",
          "password=x",
          "connectionFactoryClassName=dev.loadline.agent.StubDriver",
          "URL=jdbc:stub:orders",
          "maxPoolSize=3",
          "connectionWaitTimeout=2");

  @TempDir Path directory;

  @EachVersion
  void figuresAreThoseOfTheApplicationsLedger(String library, String home) throws Exception {
    String driver = library.replace(":ucp11:", ":ojdbc11:").replace(":ucp:", ":ojdbc8:");
    String classPath = Libraries.classPath(library, driver);
    try (ChildJvm jvm = pool.start(home, directory, classPath)) {
      pool.agrees(jvm, "oracle-ucp", false);
    }
  }
}
