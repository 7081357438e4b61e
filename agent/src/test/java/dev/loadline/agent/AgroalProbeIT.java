package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

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

  @ParameterizedTest
  @MethodSource("versions")
  void aConnectionThatTheNextTakesAtOnceIsHeldAgain(String version, String home) throws Exception {
    String classPath = Libraries.classPath(LIBRARY + version);
    try (ChildJvm jvm = pool.start(home, directory, classPath, JdbcRushApp.class)) {
      assertThat(jvm.out()).as(jvm.err()).contains("ready\n");
      String metrics = jvm.metrics();
      String labels = "{kind=\"pool\",resource=\"agroal\",library=\"agroal\",}";
      String holds = "loadline_resource_hold_seconds";
      assertThat(sample(metrics, holds + "_count" + labels))
          .isEqualTo(sample(metrics, "loadline_resource_acquired_total" + labels))
          .isEqualTo(sample(jvm.out(), "acquired "));
      assertThat(sample(metrics, holds + "_sum" + labels))
          .isGreaterThanOrEqualTo(sample(jvm.out(), "held_least ") * 1e-9);
    }
  }
}
