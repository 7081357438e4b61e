package dev.loadline.agent;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class C3p0ProbeIT {

  private static final String LIBRARY = "com.mchange:c3p0:";

  private final JdbcPool pool =
      new JdbcPool(
          "c3p0",
          "com.mchange.v2.c3p0.ComboPooledDataSource",
          "user=x",
          "password=x",
          "driverClass=dev.loadline.agent.StubDriver",
          "jdbcUrl=jdbc:stub:orders",
          "maxPoolSize=3",
          "checkoutTimeout=1500");

  @TempDir Path directory;

  static Stream<Arguments> versions() {
    return JdbcPool.versions("0.14.1", "0.11.2", "0.10.2", "0.9.5.5", "0.9.2.1");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void figuresAreThoseOfTheApplicationsLedger(String version, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + version))) {
      pool.agrees(jvm, "c3p0", true);
    }
  }
}
