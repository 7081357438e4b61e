package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.AgroalProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = AgroalProbe.class,
    artifact = "io.agroal:agroal-pool",
    works = {"1.16", "2.8", "3.2.1"})
class AgroalProbeIT {

  private final JdbcPool pool =
      new JdbcPool(
          "agroal",
          "io.agroal.pool.DataSource",
          "jdbcUrl=jdbc:stub:orders",
          "providerClassName=dev.loadline.agent.StubDriver",
          "maxSize=3",
          "acquisitionTimeout_ms=1500");

  @TempDir Path directory;

  @EachVersion
  void figuresAreThoseOfTheApplicationsLedger(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.agrees(jvm, "agroal", true);
    }
  }

  @EachVersion
  void aConnectionThatTheNextTakesAtOnceIsHeldAgain(String library, String home) throws Exception {
    String classPath = Libraries.classPath(library);
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
