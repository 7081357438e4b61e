package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An application that exports its pool itself, by one of three libraries of which the agent has two
 * as copies of its own: neither of them sees the other.
 */
class OwnExportersIT {

  private static final String HIKARI = "com.zaxxer:HikariCP:7.1.0";
  private static final String POOL = "{kind=\"pool\",resource=\"orders\",library=\"hikaricp\",}";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "MicrometerPage, hikaricp_connections_acquire_seconds, hikaricp_connections_usage_seconds, "
        + "io.micrometer:micrometer-registry-prometheus:1.17.2",
    "SimpleclientPage, hikaricp_connection_acquired_nanos, hikaricp_connection_usage_millis, "
        + "io.prometheus:simpleclient_common:0.16.0",
    "OpenTelemetryPage, db_client_connections_wait_time_milliseconds, "
        + "db_client_connections_use_time_milliseconds, "
        + "io.opentelemetry.instrumentation:opentelemetry-hikaricp-3.0:2.23.0-alpha "
        + "io.opentelemetry:opentelemetry-exporter-prometheus:1.57.0-alpha "
        + "io.opentelemetry:opentelemetry-sdk:1.57.0"
  })
  void theApplicationsPageIsTheSameAndTheAgentsFiguresAgree(
      String app, String waits, String uses, String libraries) throws Exception {
    String classPath = application(app, libraries.split(" "));
    for (String home : ChildJvm.javaHomes().toList()) {
      try (ChildJvm bare = start(home, null, classPath, app);
          ChildJvm jvm = start(home, "port=0", classPath, app)) {
        assertThat(series(page(jvm)))
            .isEqualTo(series(page(bare)))
            .isNotEmpty()
            .noneMatch(line -> line.contains("loadline"));
        for (ChildJvm each : List.of(bare, jvm)) {
          assertThat(sample(page(each), waits + "_count{")).as("with the timeout").isEqualTo(8);
          assertThat(sample(page(each), uses + "_count{")).isEqualTo(7);
        }
        agrees(jvm);
        assertThat(jvm.exit()).isEqualTo(bare.exit()).isZero();
        assertThat(trouble(jvm)).isEqualTo(trouble(bare));
      }
    }
  }

  private static void agrees(ChildJvm jvm) throws Exception {
    String metrics = jvm.metrics();
    assertThat(sample(jvm.out(), "acquired ")).isEqualTo(7);
    assertThat(sample(metrics, "loadline_resource_acquired_total" + POOL)).isEqualTo(7);
    assertThat(sample(metrics, "loadline_resource_hold_seconds_count" + POOL)).isEqualTo(7);
    assertThat(sample(metrics, "loadline_resource_timeouts_total" + POOL)).isEqualTo(1);
    assertThat(sample(metrics, "loadline_resource_wait_seconds_count" + POOL)).isEqualTo(8);
    assertThat(sample(metrics, "db_client_connection_max{")).isEqualTo(2);
    assertThat(metrics).doesNotContain("hikaricp_conn", "db_client_connections_");
    assertThat(jvm.get("/agent/status", "*/*").body())
        .contains("\"name\": \"hikaricp\", \"state\": \"matched\"")
        .doesNotContain("\"state\": \"broken\"")
        .doesNotContainPattern("\"errors\": [1-9]");
  }

  private String application(String app, String... libraries) throws IOException {
    return Libraries.application(
        directory,
        List.of("OwnPage", app),
        UnaryOperator.identity(),
        Stream.concat(Stream.of(libraries), Stream.of(HIKARI)).toArray(String[]::new));
  }

  private ChildJvm start(String home, @Nullable String agent, String classPath, String app)
      throws Exception {
    String classes =
        Path.of(StubDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    ChildJvm jvm =
        ChildJvm.start(
                home, directory, agent, List.of(), classes + File.pathSeparator + classPath, app)
            .ready();
    assertThat(jvm.out()).as(jvm.err()).contains("ready\n");
    return jvm;
  }

  private static String page(ChildJvm jvm) throws IOException {
    String out = jvm.out();
    return out.substring(out.indexOf("page begins\n") + 12, out.indexOf("page ends\n"));
  }

  /** The lines without their values. */
  private static Set<String> series(String page) {
    return page.lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.startsWith("#") ? line : line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> trouble(ChildJvm jvm) throws IOException {
    return jvm.err()
        .lines()
        .filter(line -> line.matches(".*(Exception|Error|WARN|SEVERE).*"))
        .toList();
  }
}
