package dev.loadline.agent;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OracleUcpProbeIT {

  private static final String GROUP = "com.oracle.database.jdbc:";

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

  static Stream<Arguments> versions() {
    return JdbcPool.versions("23.26.4.0.0", "21.19.0.0", "19.3.0.0");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void figuresAreThoseOfTheApplicationsLedger(String version, String home) throws Exception {
    String java = version.startsWith("23.") ? "11:" : "8:";
    String classPath =
        Libraries.classPath(
            GROUP + (version.startsWith("23.") ? "ucp11:" : "ucp:") + version,
            GROUP + "ojdbc" + java + version);
    try (ChildJvm jvm = pool.start(home, directory, classPath)) {
      pool.agrees(jvm, "oracle-ucp", false);
    }
  }
}
