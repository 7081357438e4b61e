package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.H2Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = H2Probe.class,
    artifact = "com.h2database:h2",
    works = {"1.4.200", "2.1.214", "2.2.224", "2.4.240", "2.5.252"},
    broken = "1.4.197")
class H2ProbeIT {

  @TempDir Path directory;

  private ChildJvm start(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "H2App", library);
    String data = Files.createTempDirectory(directory, "data").toString();
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, "H2App", data).ready();
  }

  @EachVersion
  void waitsForRowsAndGivingUpAreThoseOfTheApplication(String library, String home)
      throws Exception {
    try (ChildJvm jvm = start(library, home)) {
      String metrics = jvm.metrics();
      String out = jvm.out();
      assertThat(sample(metrics, series("timeouts_total", "shop")))
          .isEqualTo(sample(out, "timeouts "))
          .isEqualTo(1);
      assertThat(sample(metrics, series("wait_seconds_count", "shop")))
          .as("one that waited and one that gave up; a statement may wait more than once")
          .isGreaterThanOrEqualTo(2);
      assertThat(sample(metrics, series("wait_seconds_sum", "shop")))
          .as("until the other committed, and until patience ended")
          .isBetween(
              0.8 * (sample(out, "waited ") + sample(out, "gave up after ")),
              sample(out, "took ") + sample(out, "gave up after "));
      assertThat(sample(out, "table ")).isEqualTo(50200);
      assertThat(sample(metrics, series("timeouts_total", "mem:stock"))).isEqualTo(1);
      assertThat(sample(metrics, series("wait_seconds_count", "mem:stock")))
          .as("for a whole table, which is not timed")
          .isZero();
      assertThat(metrics)
          .doesNotContain("loadline_resource_limit{kind=\"writer\"")
          .doesNotContain("loadline_resource_in_use{kind=\"writer\"")
          .doesNotContain("loadline_resource_acquired_total{kind=\"writer\"");
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"h2\", \"state\": \"matched\"")
          .doesNotContainPattern("org.h2[^}]*\"errors\": [1-9]");
    }
  }

  @EachVersion(broken = true)
  void anOldVersionIsLeftAlone(String library, String home) throws Exception {
    try (ChildJvm jvm = start(library, home)) {
      assertThat(jvm.metrics()).doesNotContain("library=\"h2\"");
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"h2\", \"state\": \"broken\"")
          .contains("org.h2.mvstore.db.TransactionStore");
    }
  }

  private static String series(String name, String database) {
    return "loadline_resource_"
        + name
        + "{kind=\"writer\",resource=\""
        + database
        + "\",library=\"h2\",}";
  }
}
