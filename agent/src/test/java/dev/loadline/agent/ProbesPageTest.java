package dev.loadline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Probe;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProbesPageTest {

  private static final Path PAGE = Path.of("../docs/probes.md");
  private static final String MEND =
      "mvn -pl agent test -Dtest=ProbesPageTest -Dprobes.page=write"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  @Test
  void thePageIsWhatTheProbesAndTheirTestsSay() throws Exception {
    String page = ProbesPage.markdown(probes(), tested());
    if ("write".equals(System.getProperty("probes.page"))) {
      Files.writeString(PAGE, page);
    }
    String there = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    assertThat(difference(there, page))
        .as("docs/probes.md is stale, mend it by\n" + MEND)
        .isEmpty();
  }

  /** The first line that differs. */
  private static String difference(String there, String wanted) {
    List<String> have = there.lines().toList();
    List<String> want = wanted.lines().toList();
    return IntStream.range(0, Math.max(have.size(), want.size()))
        .filter(i -> !line(have, i).equals(line(want, i)))
        .mapToObj(i -> "line %d: \"%s\", not \"%s\"".formatted(i + 1, line(want, i), line(have, i)))
        .findFirst()
        .orElse("");
  }

  private static String line(List<String> lines, int i) {
    return i < lines.size() ? lines.get(i) : "(end)";
  }

  @Test
  void everyProbeSaysWhatItMeasures() {
    assertThat(probes())
        .allSatisfy(
            probe -> {
              Measures measures = probe.getClass().getAnnotation(Measures.class);
              assertThat(measures).as(probe.getClass() + " has @Measures").isNotNull();
              assertThat(measures.value()).isNotEmpty();
            });
  }

  @Test
  void everyProbeHasATestThatNamesItsVersions() throws Exception {
    List<Class<?>> tests = tests();
    assertThat(probes().stream().map(Probe::getClass))
        .allMatch(
            probe -> tests.stream().anyMatch(test -> runs(test, probe, false)),
            "named by @Versions of a test that has an @EachVersion method");
  }

  @Test
  void everyVersionThatIsNamedIsTested() throws Exception {
    for (Class<?> test : tests()) {
      for (Tested each : Tested.by(test)) {
        assertThat(runs(test, each.probe(), !each.works()))
            .as("%s has an @EachVersion that runs %s", test.getSimpleName(), each)
            .isTrue();
      }
    }
  }

  private static boolean runs(Class<?> test, Class<?> probe, boolean broken) {
    return Tested.by(test).stream()
            .anyMatch(each -> each.probe() == probe && each.works() != broken)
        && Arrays.stream(test.getDeclaredMethods())
            .map(ProbesPageTest::eachVersion)
            .flatMap(Stream::of)
            .anyMatch(
                each ->
                    each.broken() == broken && (each.of() == Probe.class || each.of() == probe));
  }

  private static EachVersion[] eachVersion(Method method) {
    return method.getAnnotationsByType(EachVersion.class);
  }

  private static List<Probe> probes() {
    return ServiceLoader.load(Probe.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  private static List<Tested> tested() throws Exception {
    return tests().stream().flatMap(test -> Tested.by(test).stream()).toList();
  }

  private static List<Class<?>> tests() throws Exception {
    Path classes =
        Path.of(ProbesPageTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.list(classes.resolve("dev/loadline/agent"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("IT.class"))
          .sorted()
          .<Class<?>>map(name -> type("dev.loadline.agent." + name.replace(".class", "")))
          .toList();
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, ProbesPageTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
