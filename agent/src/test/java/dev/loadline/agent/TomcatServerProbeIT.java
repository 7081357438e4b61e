package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomcatServerProbeIT {

  private static final String NEWEST = "11.0.27";
  private static final int THREADS = 7;
  private static final String WORKERS =
      "{kind=\"workers\",resource=\"tomcat-http-nio-auto-1\",library=\"tomcat\"";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"8.5.100, javax", "9.0.123, javax", "10.1.59, jakarta", "11.0.27, jakarta"})
  void requestsThreadsAndConnectionsAreCounted(String version, String servlets) throws Exception {
    String classPath = application(version, servlets);
    for (String home : ChildJvm.javaHomes().limit(version.equals(NEWEST) ? 2 : 1).toList()) {
      Path release = directory.resolve("release-" + home.hashCode());
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
  }

  @Test
  void versionsThatDoNotSayThePatternAreBrokenAndShowNothing() throws Exception {
    Path release = directory.resolve("release");
    String classPath = application("8.0.53", "javax");
    try (ChildJvm jvm = start(System.getProperty("java.home"), classPath, release)) {
      ShopLoad load = new ShopLoad(jvm, "tomcat");
      load.answered(20, "/shop/1", 200);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"tomcat\", \"state\": \"broken\"")
          .contains("org.apache.catalina.connector.Request", "getHttpServletMapping", "8.0.53");
      load.awaiting(metrics -> assertThat(metrics).doesNotContain("library=\"tomcat\""));
      assertThat(jvm.metrics()).doesNotContain("loadline_agent_hook_errors_total{");
    }
  }

  private String application(String version, String servlets) throws Exception {
    return Libraries.application(
        directory,
        List.of("TomcatShop", "ShopServlet"),
        source -> source.replace("jakarta.servlet", servlets + ".servlet"),
        "org.apache.tomcat.embed:tomcat-embed-core:" + version);
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
