package dev.loadline.agent;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DruidProbeIT {

  private static final String LIBRARY = "com.alibaba:druid:";

  private final JdbcPool pool =
      new JdbcPool(
          "druid",
          "com.alibaba.druid.pool.DruidDataSource",
          "username=x",
          "password=x",
          "driverClassName=dev.loadline.agent.StubDriver",
          "url=jdbc:stub:orders",
          "maxActive=3",
          "maxWait=1500",
          "name=orders");

  @TempDir Path directory;

  static Stream<Arguments> versions() {
    return JdbcPool.versions("1.2.28", "1.1.24", "1.0.0");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void figuresAreThoseOfTheApplicationsLedger(String version, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(LIBRARY + version))) {
      pool.agrees(jvm, "orders", true);
    }
  }
}
