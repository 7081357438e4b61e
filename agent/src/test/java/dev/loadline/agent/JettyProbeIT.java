package dev.loadline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JettyProbeIT {

  private static final String NEWEST = "12.1.14";
  private static final int THREADS = 8;
  private static final String WORKERS = "{kind=\"workers\",resource=\"jetty\",library=\"jetty\"";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "9.4.58.v20250814, javax, org.eclipse.jetty:jetty-servlet, org.eclipse.jetty.servlet",
    "10.0.26, javax, org.eclipse.jetty:jetty-servlet, org.eclipse.jetty.servlet",
    "11.0.26, jakarta, org.eclipse.jetty:jetty-servlet, org.eclipse.jetty.servlet",
    "12.0.39, jakarta, org.eclipse.jetty.ee10:jetty-ee10-servlet, org.eclipse.jetty.ee10.servlet",
    "12.1.14, jakarta, org.eclipse.jetty.ee11:jetty-ee11-servlet, org.eclipse.jetty.ee11.servlet"
  })
  void requestsAndThreadsAreCounted(
      String version, String servlets, String artifact, String servletPackage) throws Exception {
    String classPath = application(version, servlets, artifact, servletPackage);
    for (String home : ChildJvm.javaHomes().limit(version.equals(NEWEST) ? 2 : 1).toList()) {
      Path release = directory.resolve("release-" + home.hashCode());
      try (ChildJvm jvm = start(home, classPath, release)) {
        ShopLoad load = new ShopLoad(jvm, "jetty");
        load.known();
        load.held(THREADS - 3, release, THREADS, WORKERS);
        assertThat(jvm.get("/agent/status", "*/*").body())
            .contains("\"name\": \"jetty\", \"state\": \"matched\"");
      }
    }
  }

  @Test
  void versionsWithoutTheGettersOfThreadsAreBrokenAndShowNothing() throws Exception {
    String classPath =
        application(
            "9.3.30.v20211001",
            "javax",
            "org.eclipse.jetty:jetty-servlet",
            "org.eclipse.jetty.servlet");
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(System.getProperty("java.home"), classPath, release)) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"jetty\", \"state\": \"broken\"")
          .contains("org.eclipse.jetty.util.thread.QueuedThreadPool", "jetty-util-9.3.30");
      assertThat(jvm.metrics()).doesNotContain("library=\"jetty\"");
    }
  }

  private String application(
      String version, String servlets, String artifact, String servletPackage) throws Exception {
    return Libraries.application(
        directory,
        List.of("JettyShop", "ShopServlet"),
        source ->
            source
                .replace("jakarta.servlet", servlets + ".servlet")
                .replace("org.eclipse.jetty.servlet", servletPackage),
        artifact + ":" + version);
  }

  private ChildJvm start(String home, String classPath, Path release) throws Exception {
    return ChildJvm.start(
            home,
            directory,
            "port=0",
            List.of(),
            classPath,
            "JettyShop",
            release.toString(),
            "" + THREADS)
        .ready();
  }
}
