package dev.loadline.agent;

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
}
