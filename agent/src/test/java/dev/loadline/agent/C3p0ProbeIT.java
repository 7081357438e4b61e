package dev.loadline.agent;

import dev.loadline.agent.probes.C3p0Probe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = C3p0Probe.class,
    artifact = "com.mchange:c3p0",
    works = {"0.9.2.1", "0.9.5.5", "0.10.2", "0.11.2", "0.14.1"})
class C3p0ProbeIT {

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

  @EachVersion
  void figuresAreThoseOfTheApplicationsLedger(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.agrees(jvm, "c3p0", true);
    }
  }
}
