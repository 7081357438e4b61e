package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A pool of JDBC connections in {@link JdbcPoolApp}, and what the agent must say of it. */
final class JdbcPool {

  private static final double NANOS = 1e-9;
  private static final String RESOURCE = "loadline_resource_";

  private final String library;
  private final String type;
  private final List<String> properties;

  JdbcPool(String library, String type, String... properties) {
    this.library = library;
    this.type = type;
    this.properties = List.of(properties);
  }

  ChildJvm start(String home, Path directory, String classPath) throws Exception {
    return start(home, directory, classPath, JdbcPoolApp.class);
  }

  /** The same pool in another application. */
  ChildJvm start(String home, Path directory, String classPath, Class<?> main) throws Exception {
    String classes =
        Path.of(JdbcPoolApp.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    List<String> rest = new ArrayList<>(List.of(type));
    rest.addAll(properties);
    return ChildJvm.start(
            home,
            directory,
            "port=0",
            List.of(),
            classes + File.pathSeparator + classPath,
            main.getName(),
            rest.toArray(new String[0]))
        .ready();
  }

  /** The agent's figures are those of the application's own ledger. */
  void agrees(ChildJvm jvm, String name, boolean busy) throws Exception {
    String out = jvm.out();
    assertThat(out).as(jvm.err()).contains("ready\n");
    String metrics = jvm.metrics();
    String labels = "{kind=\"pool\",resource=\"" + name + "\",library=\"" + library + "\",} ";
    double held = sample(out, "held ") * NANOS;
    // In the first hold, classes are loaded between the application's clock and the agent's.
    double slack = sample(out, "slack ") * NANOS;
    double integral = sample(metrics, RESOURCE + "in_use_seconds_total" + labels);
    assertThat(integral)
        .isBetween(sample(out, "held_least ") * NANOS, sample(out, "held_most ") * NANOS)
        .isCloseTo(held, within(slack + Math.max(1e-3, held / 100)));
    assertThat(sample(metrics, RESOURCE + "hold_seconds_sum" + labels))
        .isCloseTo(integral, within(1e-6));
    assertThat(sample(metrics, RESOURCE + "acquired_total" + labels))
        .isEqualTo(sample(out, "acquired "));
    assertThat(sample(metrics, RESOURCE + "hold_seconds_count" + labels))
        .isEqualTo(sample(out, "acquired "));
    assertThat(sample(out, "timeouts ")).isEqualTo(1);
    assertThat(sample(metrics, RESOURCE + "timeouts_total" + labels)).as(out).isEqualTo(1);
    assertThat(sample(metrics, RESOURCE + "failures_total" + labels)).isZero();
    assertThat(sample(metrics, RESOURCE + "limit" + labels)).isEqualTo(JdbcPoolApp.LIMIT);
    assertThat(sample(metrics, RESOURCE + "in_use_peak" + labels)).isEqualTo(JdbcPoolApp.LIMIT);
    assertThat(sample(metrics, RESOURCE + "in_use" + labels)).isZero();
    assertThat(sample(metrics, RESOURCE + "waiting" + labels)).isZero();
    busy(metrics, out, labels, busy);
    assertThat(metrics.lines().filter(line -> line.startsWith(RESOURCE + "limit{kind=\"pool\"")))
        .as("no pool is counted twice")
        .hasSize(1);
    assertThat(jvm.get("/agent/status", "*/*").body())
        .contains("\"name\": \"" + library + "\", \"state\": \"matched\"")
        .doesNotContainPattern("\"errors\": [1-9]");
  }

  /** The probe says what it lacks, and nothing is measured. */
  void isBroken(ChildJvm jvm, String type, String member) throws Exception {
    assertThat(jvm.out()).as(jvm.err()).contains("ready\n");
    assertThat(jvm.get("/agent/status", "*/*").body())
        .contains("\"name\": \"" + library + "\", \"state\": \"broken\"")
        .contains("\"class\": \"" + type + "\"")
        .contains("\"member\": \"" + member + "\"");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(jvm.metrics()).doesNotContain("library=\"" + library + "\""));
  }

  private static void busy(String metrics, String out, String labels, boolean measured) {
    if (measured) {
      assertThat(sample(metrics, RESOURCE + "busy_seconds_total" + labels))
          .isBetween(sample(out, "busy_least ") * NANOS, sample(out, "busy_most ") * NANOS);
    } else {
      assertThat(metrics).doesNotContain(RESOURCE + "busy_seconds_total" + labels);
    }
  }
}
