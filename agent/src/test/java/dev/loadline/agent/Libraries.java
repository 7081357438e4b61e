package dev.loadline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;
import org.jboss.shrinkwrap.resolver.api.maven.ScopeType;
import org.jboss.shrinkwrap.resolver.api.maven.coordinate.MavenDependencies;
import org.jboss.shrinkwrap.resolver.api.maven.coordinate.MavenDependency;
import org.jboss.shrinkwrap.resolver.api.maven.coordinate.MavenDependencyExclusion;

/**
 * Any version of any library, from Maven's repository, for an application of its own JVM: a probe's
 * test needs no line in {@code pom.xml}.
 */
final class Libraries {

  private Libraries() {}

  /** The class path of these libraries, {@code group:artifact:version}, with all they need. */
  static String classPath(String... coordinates) {
    return Stream.of(Maven.resolver().resolve(coordinates).withTransitivity().asFile())
        .map(File::getPath)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The class path of these libraries without what they say they need. */
  static String only(String... coordinates) {
    MavenDependencyExclusion all = MavenDependencies.createExclusion("*", "*");
    List<MavenDependency> alone = new ArrayList<>();
    for (String each : coordinates) {
      alone.add(MavenDependencies.createDependency(each, ScopeType.COMPILE, false, all));
    }
    return Stream.of(Maven.resolver().addDependencies(alone).resolve().withTransitivity().asFile())
        .map(File::getPath)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Compiles one application against this class path, and puts it in front of it. */
  static String applicationOn(Path directory, String name, String libraries) throws IOException {
    return compiled(directory, List.of(name), UnaryOperator.identity(), libraries);
  }

  /**
   * Compiles {@code src/test/resources/apps/<name>.java} against these libraries, because one
   * compiled against another version may not link.
   *
   * @return the class path with the application first; its main class is {@code name}
   */
  static String application(Path directory, String name, String... coordinates) throws IOException {
    return application(directory, List.of(name), UnaryOperator.identity(), coordinates);
  }

  /** The same of several sources, each changed before, e.g. to the older names of packages. */
  static String application(
      Path directory, List<String> names, UnaryOperator<String> change, String... coordinates)
      throws IOException {
    return compiled(directory, names, change, classPath(coordinates));
  }

  private static String compiled(
      Path directory, List<String> names, UnaryOperator<String> change, String libraries)
      throws IOException {
    Path to = Files.createTempDirectory(directory, "classes");
    List<Path> sources = new ArrayList<>();
    for (String name : names) {
      try (InputStream in = Libraries.class.getResourceAsStream("/apps/" + name + ".java")) {
        assertThat(in).as("/apps/" + name + ".java").isNotNull();
        String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        sources.add(Files.writeString(to.resolve(name + ".java"), change.apply(source)));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("--release", "17", "-proc:none", "-nowarn", "-cp", libraries, "-d", "" + to);
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjects(sources.toArray(new Path[0])))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
    return to + File.pathSeparator + libraries;
  }
}
