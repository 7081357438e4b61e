package dev.loadline.agent;

import dev.loadline.agent.probes.DruidProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = DruidProbe.class,
    artifact = "com.alibaba:druid",
    works = {"1.0.0", "1.1.24", "1.2.28"})
class DruidProbeIT {

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

  @EachVersion
  void figuresAreThoseOfTheApplicationsLedger(String library, String home) throws Exception {
    try (ChildJvm jvm = pool.start(home, directory, Libraries.classPath(library))) {
      pool.agrees(jvm, "orders", true);
    }
  }
}
