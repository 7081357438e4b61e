package dev.loadline.agent;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Dbcp2ProbeIT {

  private static final String LIBRARY = "org.apache.commons:commons-dbcp2:";

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

  static Stream<Arguments> versions() {
    return JdbcPool.versions("2.14.0", "2.10.0", "2.5.0", "2.1.1", "2.0");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void figuresAreThoseOfTheApplicationsLedger(String version, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + version))) {
      pool.agrees(jvm, "orders", true);
    }
  }
}
