package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.resolver.api.maven.Maven;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * OpenTelemetry's agent, JaCoCo's and one of somebody's own, all in one JVM with this one, which
 * comes first or last.
 */
class OtherAgentsIT {

  private static final String POOL = "{kind=\"pool\",resource=\"orders\",library=\"hikaricp\",}";

  @TempDir static Path directory;

  private static List<String> others = List.of();

  @BeforeAll
  static void fetch() throws Exception {
    File otel = resolve("io.opentelemetry.javaagent:opentelemetry-javaagent:2.33.1");
    File jacoco = resolve("org.jacoco:org.jacoco.agent:jar:runtime:0.8.15");
    others =
        List.of(
            "-Dotel.metrics.exporter=none",
            "-Dotel.traces.exporter=none",
            "-Dotel.logs.exporter=none",
            "-javaagent:" + otel,
            "-javaagent:" + jacoco + "=destfile=" + directory.resolve("jacoco.exec"),
            "-javaagent:" + otherAgent());
  }

  private static File resolve(String coordinates) {
    return Maven.resolver().resolve(coordinates).withoutTransitivity().asSingleFile();
  }

  private static Path otherAgent() throws IOException {
    return AgentArchive.pack(
        directory,
        net.bytebuddy.ByteBuddy.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString(),
        OtherAgent.class,
        OtherAgent.Counting.class);
  }

  static Stream<Arguments> orders() {
    return ChildJvm.javaHomes()
        .flatMap(home -> Stream.of(Arguments.of(home, true), Arguments.of(home, false)));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void figuresAndApplicationAreTheSameNextToOtherAgents(String home, boolean first)
      throws Exception {
    List<String> options = new ArrayList<>(others);
    options.add(
        first ? 0 : options.size(), "-javaagent:" + System.getProperty("agent.jar") + "=port=0");
    try (ChildJvm bare =
            ChildJvm.start(home, directory, null, others, PoolApp.class, "tell").ready();
        ChildJvm jvm =
            ChildJvm.start(home, directory, null, options, PoolApp.class, "tell").ready()) {
      assertExact(jvm.metrics(), sample(jvm.out(), "held") / 1e9);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"hikaricp\", \"state\": \"matched\"")
          .contains("\"name\": \"jdk-httpserver\", \"state\": \"matched\"")
          .doesNotContain("\"state\": \"broken\"");
      assertThat(jvm.exit()).isEqualTo(bare.exit()).isEqualTo(3);
      assertThat(said(jvm)).isEqualTo(said(bare)).contains("the other agent saw 7\n");
      assertThat(trouble(jvm)).isEqualTo(trouble(bare));
      assertThat(jvm.err().lines().filter(line -> line.contains("loadline")))
          .singleElement()
          .asString()
          .startsWith("loadline: metrics at ");
    }
  }

  private static void assertExact(String metrics, double held) {
    double timeout = sample(metrics, "loadline_resource_hold_seconds_sum" + POOL) - held;
    assertThat(timeout).as("two connections over one timeout of 250 ms").isGreaterThan(0.45);
    assertThat(sample(metrics, "loadline_resource_in_use_seconds_total" + POOL))
        .isCloseTo(held + timeout, within(1e-3));
    assertThat(sample(metrics, "loadline_resource_acquired_total" + POOL)).isEqualTo(6);
    assertThat(sample(metrics, "loadline_resource_timeouts_total" + POOL)).isEqualTo(1);
    assertThat(sample(metrics, "loadline_resource_in_use" + POOL)).isZero();
    assertThat(sample(metrics, "loadline_resource_in_use_peak" + POOL)).isEqualTo(2);
    assertThat(metrics).doesNotContain("loadline_agent_hook_errors_total{");
  }

  private static String said(ChildJvm jvm) throws IOException {
    return jvm.out().replaceAll("held \\d+", "held");
  }

  private static List<String> trouble(ChildJvm jvm) throws IOException {
    return jvm.err()
        .lines()
        .filter(line -> line.matches(".*(Exception|Error|WARN|SEVERE).*"))
        .map(line -> line.replaceAll("^\\[[^]]*\\] ", ""))
        .toList();
  }
}
