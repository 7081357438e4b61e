package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.CaffeineProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = CaffeineProbe.class,
    artifact = "com.github.ben-manes.caffeine:caffeine",
    works = {"2.0.0", "2.2.7", "2.6.2", "2.9.3", "3.0.0", "3.3.1"})
class CaffeineProbeIT {

  private static final String NEWEST = "com.github.ben-manes.caffeine:caffeine:3.3.1";

  @TempDir Path directory;

  @EachVersion
  void hitsAndMissesAreThoseOfTheLibraryAndOfTheApplication(String library, String home)
      throws Exception {
    String classPath = Libraries.application(directory, "CaffeineApp", library);
    try (ChildJvm jvm = start(home, classPath)) {
      agrees(jvm, "bounded", "caffeine-1");
      agrees(jvm, "unbounded", "caffeine-3");
      String metrics = jvm.metrics();
      assertThat(sample(metrics, series("limit", "caffeine-1"))).isEqualTo(1000);
      assertThat(metrics).doesNotContain(series("limit", "caffeine-3"));
      assertThat(metrics).doesNotContain(series("limit", "caffeine-6"));
      assertThat(sample(metrics, series("misses_total", "caffeine-6"))).isEqualTo(1);
      assertThat(sample(metrics, series("in_use", "caffeine-6"))).isEqualTo(1);
      assertThat(sample(metrics, series("hits_total", "caffeine-7")))
          .isEqualTo(sample(jvm.out(), "refreshing-hits "))
          .isEqualTo(190);
      assertThat(sample(metrics, series("misses_total", "caffeine-7"))).isEqualTo(10);
      assertThat(sample(metrics, series("hits_total", "caffeine-2")))
          .as("lookups inside a load are the other cache's")
          .isEqualTo(2);
      assertThat(sample(metrics, series("misses_total", "caffeine-2"))).isEqualTo(1);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(jvm.metrics()).doesNotContain("resource=\"caffeine-5\""));
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"caffeine\", \"state\": \"matched\"")
          .doesNotContainPattern("caffeine[^}]*\"errors\": [1-9]");
    }
  }

  private ChildJvm start(String home, String classPath, String... rest) throws Exception {
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, "CaffeineApp", rest)
        .ready();
  }

  private static void agrees(ChildJvm jvm, String cache, String resource) throws Exception {
    String metrics = jvm.metrics();
    String out = jvm.out();
    assertThat(sample(metrics, series("hits_total", resource)))
        .isEqualTo(sample(out, cache + "-hits "))
        .isEqualTo(sample(out, cache + "-own-hits "));
    assertThat(sample(metrics, series("misses_total", resource)))
        .isEqualTo(sample(out, cache + "-misses "))
        .isEqualTo(sample(out, cache + "-own-misses "));
    assertThat(sample(metrics, series("in_use", resource)))
        .isEqualTo(sample(out, cache + "-entries "));
  }

  @Test
  void cachesBeyondSixtyFourCountAsOne() throws Exception {
    String classPath = Libraries.application(directory, "CaffeineApp", NEWEST);
    try (ChildJvm jvm = start(System.getProperty("java.home"), classPath, "many")) {
      String metrics = jvm.metrics();
      assertThat(sample(metrics, series("misses_total", "caffeine-64"))).isEqualTo(1);
      assertThat(sample(metrics, series("misses_total", "other"))).isEqualTo(6);
      assertThat(metrics).doesNotContain("resource=\"caffeine-65\"");
    }
  }

  private static String series(String name, String resource) {
    return "loadline_resource_"
        + name
        + "{kind=\"cache\",resource=\""
        + resource
        + "\",library=\"caffeine\",}";
  }
}
