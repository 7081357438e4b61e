package dev.loadline.lab.fetch;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;
import org.jboss.shrinkwrap.resolver.api.maven.ScopeType;

/** Any version of any library, from Maven's repository. */
public final class Libraries {
  private Libraries() {}

  /** The class path of these libraries, {@code group:artifact:version}, with all they need. */
  public static String classPath(String... coordinates) {
    return joined(Maven.resolver().resolve(coordinates).withTransitivity().asFile());
  }

  /**
   * The one file that is meant, e.g. {@code group:artifact:jar:tests:1.0}, without what it needs.
   */
  public static Path file(String coordinates) {
    return Maven.resolver().resolve(coordinates).withoutTransitivity().asSingleFile().toPath();
  }

  /** What the tests of {@code group:artifact:version} need, as that library's own POM says. */
  public static String testClassPath(String coordinates) {
    String[] parts = coordinates.split(":", -1);
    Path pom = file(parts[0] + ":" + parts[1] + ":pom:" + parts[2]);
    return joined(
        Maven.resolver()
            .loadPomFromFile(pom.toFile())
            .importDependencies(
                ScopeType.COMPILE, ScopeType.RUNTIME, ScopeType.PROVIDED, ScopeType.TEST)
            .resolve()
            .withTransitivity()
            .asFile());
  }

  private static String joined(File[] files) {
    return Arrays.stream(files).map(File::getPath).collect(Collectors.joining(File.pathSeparator));
  }

  /** These class paths one after the other. */
  public static String joined(String... classPaths) {
    return Stream.of(classPaths).collect(Collectors.joining(File.pathSeparator));
  }
}
