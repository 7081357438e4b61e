package dev.loadline.agent;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgroalProbeIT {

  private static final String LIBRARY = "io.agroal:agroal-pool:";

  private final JdbcPool pool =
      new JdbcPool(
          "agroal",
          "io.agroal.pool.DataSource",
          "jdbcUrl=jdbc:stub:orders",
          "providerClassName=dev.loadline.agent.StubDriver",
          "maxSize=3",
          "acquisitionTimeout_ms=1500");

  @TempDir Path directory;

  static Stream<Arguments> versions() {
    return JdbcPool.versions("3.2.1", "2.8", "1.16");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void figuresAreThoseOfTheApplicationsLedger(String version, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + version))) {
      pool.agrees(jvm, "agroal", true);
    }
  }
}
