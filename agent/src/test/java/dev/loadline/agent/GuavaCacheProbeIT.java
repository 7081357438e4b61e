package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.agent.probes.GuavaCacheProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = GuavaCacheProbe.class,
    artifact = "com.google.guava:guava",
    works = {"15.0", "18.0", "20.0", "25.1-jre", "33.8.0-android", "33.8.0-jre"})
class GuavaCacheProbeIT {

  private static final String NEWEST = "com.google.guava:guava:33.8.0-jre";

  @TempDir Path directory;

  @EachVersion
  void hitsAndMissesAreThoseOfTheLibraryAndOfTheApplication(String library, String home)
      throws Exception {
    String classPath = Libraries.application(directory, "GuavaCacheApp", library);
    try (ChildJvm jvm = start(home, classPath)) {
      agrees(jvm, "bounded", "guava-1");
      agrees(jvm, "unbounded", "guava-3");
      String metrics = jvm.metrics();
      assertThat(sample(metrics, series("limit", "guava-1"))).isEqualTo(1000);
      assertThat(metrics).doesNotContain(series("limit", "guava-3"));
      assertThat(metrics).doesNotContain(series("limit", "guava-6"));
      assertThat(sample(metrics, series("misses_total", "guava-6"))).isEqualTo(1);
      assertThat(sample(metrics, series("in_use", "guava-6"))).isEqualTo(1);
      assertThat(sample(metrics, series("hits_total", "guava-7")))
          .isEqualTo(sample(jvm.out(), "refreshing-hits "))
          .isEqualTo(190);
      assertThat(sample(metrics, series("misses_total", "guava-7"))).isEqualTo(10);
      assertThat(sample(metrics, series("hits_total", "guava-2")))
          .as("lookups inside a load are the other cache's")
          .isEqualTo(2);
      assertThat(sample(metrics, series("misses_total", "guava-2"))).isEqualTo(1);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(jvm.metrics()).doesNotContain("resource=\"guava-5\""));
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"guava\", \"state\": \"matched\"")
          .doesNotContainPattern("guava[^}]*\"errors\": [1-9]");
    }
  }

  private ChildJvm start(String home, String classPath, String... rest) throws Exception {
    return ChildJvm.start(home, directory, "port=0", List.of(), classPath, "GuavaCacheApp", rest)
        .ready();
  }

  private static void agrees(ChildJvm jvm, String cache, String resource) throws Exception {
    String metrics = jvm.metrics();
    String out = jvm.out();
    assertThat(sample(metrics, series("hits_total", resource)))
        .isEqualTo(sample(out, cache + "-hits "));
    assertThat(sample(metrics, series("misses_total", resource)))
        .isEqualTo(sample(out, cache + "-misses "));
    assertThat(sample(out, cache + "-alone-hits "))
        .as("before several threads load one key, of which each counts as a miss")
        .isEqualTo(sample(out, cache + "-own-hits "));
    assertThat(sample(out, cache + "-alone-misses "))
        .isEqualTo(sample(out, cache + "-own-misses "));
    assertThat(sample(metrics, series("in_use", resource)))
        .isEqualTo(sample(out, cache + "-entries "));
  }

  @Test
  void cachesBeyondSixtyFourCountAsOne() throws Exception {
    String classPath = Libraries.application(directory, "GuavaCacheApp", NEWEST);
    try (ChildJvm jvm = start(System.getProperty("java.home"), classPath, "many")) {
      String metrics = jvm.metrics();
      assertThat(sample(metrics, series("misses_total", "guava-64"))).isEqualTo(1);
      assertThat(sample(metrics, series("misses_total", "other"))).isEqualTo(6);
      assertThat(metrics).doesNotContain("resource=\"guava-65\"");
    }
  }

  private static String series(String name, String resource) {
    return "loadline_resource_"
        + name
        + "{kind=\"cache\",resource=\""
        + resource
        + "\",library=\"guava\",}";
  }
}
