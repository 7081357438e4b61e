package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.agent.probes.TomcatServerProbe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

@Versions(
    probe = TomcatServerProbe.class,
    artifact = "org.apache.tomcat.embed:tomcat-embed-core",
    works = {"8.5.100", "9.0.123", "10.1.59", "11.0.27"},
    broken = "8.0.53")
class TomcatServerProbeIT {

  private static final int THREADS = 7;
  private static final String WORKERS =
      "{kind=\"workers\",resource=\"tomcat-http-nio-auto-1\",library=\"tomcat\"";

  @TempDir Path directory;

  @EachVersion
  void requestsThreadsAndConnectionsAreCounted(String library, String home) throws Exception {
    String classPath = application(library);
    Path release = directory.resolve("release");
    try (ChildJvm jvm = start(home, classPath, release)) {
      ShopLoad load = new ShopLoad(jvm, "tomcat");
      load.known();
      load.held(THREADS + 2, release, THREADS, WORKERS);
      String sockets = WORKERS.replace("workers", "sockets");
      assertThat(sample(jvm.metrics(), "loadline_resource_limit" + sockets)).isEqualTo(50);
      assertThat(sample(jvm.metrics(), "loadline_resource_in_use" + sockets)).isBetween(1., 50.);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"tomcat\", \"state\": \"matched\"");
    }
  }

  @EachVersion(broken = true)
  void versionsThatDoNotSayThePatternAreBrokenAndShowNothing(String library, String home)
      throws Exception {
    Path release = directory.resolve("release");
    String classPath = application(library);
    try (ChildJvm jvm = start(home, classPath, release)) {
      ShopLoad load = new ShopLoad(jvm, "tomcat");
      load.answered(20, "/shop/1", 200);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"tomcat\", \"state\": \"broken\"")
          .contains("org.apache.catalina.connector.Request", "getHttpServletMapping", "8.0.53");
      load.awaiting(metrics -> assertThat(metrics).doesNotContain("library=\"tomcat\""));
      assertThat(jvm.metrics()).doesNotContain("loadline_agent_hook_errors_total{");
    }
  }

  private String application(String library) throws Exception {
    String servlets = library.matches(".*:[89]\\..*") ? "javax" : "jakarta";
    return Libraries.application(
        directory,
        List.of("TomcatShop", "ShopServlet"),
        source -> source.replace("jakarta.servlet", servlets + ".servlet"),
        library);
  }

  private ChildJvm start(String home, String classPath, Path release) throws Exception {
    return ChildJvm.start(
            home,
            directory,
            "port=0",
            List.of(),
            classPath,
            "TomcatShop",
            release.toString(),
            "" + THREADS)
        .ready();
  }
}
