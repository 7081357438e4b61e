package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.EhcacheProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = EhcacheProbe.class,
    artifact = "org.ehcache:ehcache",
    works = {"3.0.0", "3.3.2", "3.5.3", "3.8.1", "3.12.0"})
class EhcacheProbeIT {

  private static final String NEWEST = "3.12.0";

  @TempDir Path directory;

  @EachVersion
  void hitsAndMissesAreThoseOfTheLibraryAndOfTheApplication(String library, String home)
      throws Exception {
    String classPath =
        Libraries.applicationOn(
            directory, "EhcacheApp", Libraries.only(library, "org.slf4j:slf4j-api:1.7.36"));
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "EhcacheApp").ready()) {
      String metrics = jvm.metrics();
      for (String cache : List.of("configured", "later")) {
        assertThat(sample(metrics, series("hits_total", cache)))
            .isEqualTo(sample(jvm.out(), cache + "-hits "))
            .isEqualTo(600);
        assertThat(sample(metrics, series("misses_total", cache)))
            .isEqualTo(sample(jvm.out(), cache + "-misses "))
            .isEqualTo(900);
        if (library.endsWith(NEWEST)) {
          assertThat(sample(metrics, series("hits_total", cache)))
              .isEqualTo(sample(jvm.out(), cache + "-library-Hits "));
          assertThat(sample(metrics, series("misses_total", cache)))
              .isEqualTo(sample(jvm.out(), cache + "-library-Misses "));
        }
      }
      assertThat(metrics).doesNotContain("resource=\"loading\"");
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"ehcache\", \"state\": \"matched\"")
          .doesNotContainPattern("ehcache[^}]*\"errors\": [1-9]");
    }
  }

  private static String series(String name, String resource) {
    return "loadline_resource_"
        + name
        + "{kind=\"cache\",resource=\""
        + resource
        + "\",library=\"ehcache\",}";
  }
}
