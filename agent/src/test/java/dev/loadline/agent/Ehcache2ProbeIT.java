package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.Ehcache2Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = Ehcache2Probe.class,
    artifact = "net.sf.ehcache:ehcache-core",
    works = {"2.4.8", "2.6.11"})
@Versions(
    probe = Ehcache2Probe.class,
    artifact = "net.sf.ehcache:ehcache",
    works = {"2.8.9", "2.10.9.2"})
class Ehcache2ProbeIT {

  @TempDir Path directory;

  @EachVersion
  void hitsAndMissesAreThoseOfTheLibraryAndOfTheApplication(String library, String home)
      throws Exception {
    String classPath =
        Libraries.applicationOn(
            directory, "Ehcache2App", Libraries.only(library, "org.slf4j:slf4j-api:1.7.36"));
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), classPath, "Ehcache2App").ready()) {
      String metrics = jvm.metrics();
      for (Map.Entry<String, Integer> cache : Map.of("items", 300, "orders", 200).entrySet()) {
        String name = cache.getKey();
        assertThat(sample(metrics, series("hits_total", name)))
            .isEqualTo(sample(jvm.out(), name + "-hits "))
            .isEqualTo(1 + cache.getValue());
        assertThat(sample(metrics, series("misses_total", name)))
            .isEqualTo(sample(jvm.out(), name + "-misses "))
            .isEqualTo(1 + 2 * cache.getValue());
        if (!library.contains("-core")) {
          assertThat(sample(metrics, series("hits_total", name)))
              .isEqualTo(sample(jvm.out(), name + "-library-hits "));
          assertThat(sample(metrics, series("misses_total", name)))
              .isEqualTo(sample(jvm.out(), name + "-library-misses "));
        }
      }
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"ehcache2\", \"state\": \"matched\"")
          .doesNotContainPattern("ehcache2[^}]*\"errors\": [1-9]");
    }
  }

  private static String series(String name, String resource) {
    return "loadline_resource_"
        + name
        + "{kind=\"cache\",resource=\""
        + resource
        + "\",library=\"ehcache2\",}";
  }
}
