package dev.loadline.agent;

import dev.loadline.agent.probes.ViburProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = ViburProbe.class,
    artifact = "org.vibur:vibur-dbcp",
    works = {"1.1.0", "3.0", "9.0", "19.2", "26.0"},
    broken = "1.0.0")
class ViburProbeIT {

  private final JdbcPool pool =
      new JdbcPool(
          "vibur",
          "org.vibur.dbcp.ViburDBCPDataSource",
          "username=x",
          "password=x",
          "jdbcUrl=jdbc:stub:orders",
          "poolMaxSize=3",
          "poolInitialSize=1",
          "connectionTimeoutInMs=1500",
          "acquireRetryAttempts=0",
          "start");

  @TempDir Path directory;

  @EachVersion
  void figuresAreThoseOfTheApplicationsLedger(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.agrees(jvm, "vibur", false);
    }
  }

  @EachVersion(broken = true)
  void aPoolWithoutANameIsBroken(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.isBroken(jvm, "org.vibur.dbcp.ViburDBCPDataSource", "getName");
    }
  }
}
