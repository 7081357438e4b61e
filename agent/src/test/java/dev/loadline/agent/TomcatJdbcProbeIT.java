package dev.loadline.agent;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TomcatJdbcProbeIT {

  private static final String LIBRARY = "org.apache.tomcat:tomcat-jdbc:";

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

  static Stream<Arguments> versions() {
    return JdbcPool.versions("11.0.27", "10.1.55", "9.0.112", "8.5.100", "8.0.53", "7.0.109");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void figuresAreThoseOfTheApplicationsLedger(String version, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + version))) {
      pool.agrees(jvm, "orders", false);
    }
  }
}
