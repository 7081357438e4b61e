package dev.loadline.agent;

import dev.loadline.agent.probe.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One version of a library that a test runs against, as its {@link Versions} say.
 *
 * @param works whether it is measured, or reported as broken and left alone
 * @param everywhere whether it runs on every JDK, not on the oldest only
 */
record Tested(
    Class<? extends Probe> probe,
    String artifact,
    String version,
    boolean works,
    boolean everywhere) {

  /** What a test class names, in its order; the last version of a probe runs everywhere. */
  static List<Tested> by(Class<?> test) {
    List<Tested> all = new ArrayList<>();
    List<Versions> named = Arrays.asList(test.getAnnotationsByType(Versions.class));
    for (int i = 0; i < named.size(); i++) {
      Versions versions = named.get(i);
      boolean last =
          named.stream().skip(i + 1L).noneMatch(later -> later.probe() == versions.probe());
      List<String> works = List.of(versions.works());
      for (String version : works) {
        boolean everywhere = last && version.equals(works.get(works.size() - 1));
        all.add(new Tested(versions.probe(), versions.artifact(), version, true, everywhere));
      }
      for (String version : versions.broken()) {
        all.add(new Tested(versions.probe(), versions.artifact(), version, false, false));
      }
      if (versions.artifact().equals(Versions.JDK)) {
        all.add(new Tested(versions.probe(), Versions.JDK, "", true, true));
      }
    }
    return all;
  }

  /** The Java homes that it runs on. */
  List<String> homes() {
    return ChildJvm.javaHomes().limit(everywhere ? Long.MAX_VALUE : 1).toList();
  }

  /** {@code group:artifact:version}. */
  String library() {
    return artifact + ":" + version;
  }

  boolean ofJdk() {
    return artifact.equals(Versions.JDK);
  }
}
