package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.SqliteProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = SqliteProbe.class,
    artifact = "org.xerial:sqlite-jdbc",
    works = {"3.8.7", "3.20.0", "3.36.0.3", "3.42.0.0", "3.54.1.0"})
class SqliteProbeIT {

  @TempDir Path directory;

  @EachVersion
  void writesAndWaitsAreThoseOfTheApplication(String library, String home) throws Exception {
    String classPath = Libraries.application(directory, "SqliteApp", library);
    Path data = Files.createTempDirectory(directory, "data");
    try (ChildJvm jvm =
        ChildJvm.start(
                home, directory, "port=0", List.of(), classPath, "SqliteApp", data.toString())
            .ready()) {
      String metrics = jvm.metrics();
      String out = jvm.out();
      assertThat(sample(metrics, series("limit"))).isEqualTo(1);
      assertThat(sample(metrics, series("acquired_total")))
          .isEqualTo(sample(out, "writes "))
          .isEqualTo(6);
      assertThat(sample(metrics, series("hold_seconds_count"))).isEqualTo(6);
      assertThat(sample(metrics, series("timeouts_total")))
          .isEqualTo(sample(out, "busy "))
          .isEqualTo(2);
      assertThat(sample(metrics, series("wait_seconds_count"))).isEqualTo(8);
      assertThat(sample(metrics, series("wait_seconds_sum")))
          .as("of the second writer, until the first committed; and of the two that gave up")
          .isGreaterThan(0.8 * (sample(out, "waited ") + sample(out, "gave up after ")));
      assertThat(sample(metrics, series("in_use_seconds_total")))
          .as("three transactions with a pause in each; never two at a time")
          .isBetween(0.9, sample(out, "took "));
      assertThat(metrics).containsOnlyOnce("loadline_resource_limit{kind=\"writer\"");
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"sqlite\", \"state\": \"matched\"")
          .doesNotContainPattern("sqlite[^}]*\"errors\": [1-9]");
    }
  }

  private static String series(String name) {
    return "loadline_resource_"
        + name
        + "{kind=\"writer\",resource=\"shop.db\",library=\"sqlite\",}";
  }
}
