package dev.loadline.agent;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ViburProbeIT {

  private static final String LIBRARY = "org.vibur:vibur-dbcp:";

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

  static Stream<Arguments> versions() {
    return JdbcPool.versions("26.0", "19.2", "9.0", "3.0", "1.1.0");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void figuresAreThoseOfTheApplicationsLedger(String version, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + version))) {
      pool.agrees(jvm, "vibur", false);
    }
  }

  @Test
  void aPoolWithoutANameIsBroken() throws Exception {
    String home = System.getProperty("java.home");
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + "1.0.0"))) {
      pool.isBroken(jvm, "org.vibur.dbcp.ViburDBCPDataSource", "getName");
    }
  }
}
