package dev.loadline.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.JettyProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = JettyProbe.class,
    artifact = "org.eclipse.jetty:jetty-servlet",
    works = {"9.4.58.v20250814", "10.0.26", "11.0.26"},
    broken = "9.3.30.v20211001")
@Versions(
    probe = JettyProbe.class,
    artifact = "org.eclipse.jetty.ee10:jetty-ee10-servlet",
    works = "12.0.39")
@Versions(
    probe = JettyProbe.class,
    artifact = "org.eclipse.jetty.ee11:jetty-ee11-servlet",
    works = "12.1.14")
class JettyProbeIT {

  private static final int THREADS = 8;
  private static final String WORKERS = "{kind=\"workers\",resource=\"jetty\",library=\"jetty\"";

  @TempDir Path directory;

  @EachVersion
  void requestsAndThreadsAreCounted(String library, String home) throws Exception {
    String classPath = application(library);
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, classPath, release)) {
      ShopLoad load = new ShopLoad(jvm, "jetty");
      load.known();
      load.held(THREADS - 3, release, THREADS, WORKERS);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"jetty\", \"state\": \"matched\"");
    }
  }

  @EachVersion(broken = true)
  void versionsWithoutTheGettersOfThreadsAreBrokenAndShowNothing(String library, String home)
      throws Exception {
    String classPath = application(library);
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, classPath, release)) {
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"jetty\", \"state\": \"broken\"")
          .contains("org.eclipse.jetty.util.thread.QueuedThreadPool", "jetty-util-9.3.30");
      assertThat(jvm.metrics()).doesNotContain("library=\"jetty\"");
    }
  }

  private String application(String library) throws Exception {
    String group = library.substring(0, library.indexOf(':'));
    String servlets = library.matches(".*:(9|10)\\..*") ? "javax" : "jakarta";
    return Libraries.application(
        directory,
        List.of("JettyShop", "ShopServlet"),
        source ->
            source
                .replace("jakarta.servlet", servlets + ".servlet")
                .replace("org.eclipse.jetty.servlet", group + ".servlet"),
        library);
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
