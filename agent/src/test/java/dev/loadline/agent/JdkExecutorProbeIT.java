package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.agent.probes.JdkExecutorProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Versions(probe = JdkExecutorProbe.class, artifact = Versions.JDK)
class JdkExecutorProbeIT {

  @TempDir Path directory;

  private ChildJvm start(String home, String mode) throws Exception {
    return ChildJvm.start(home, directory, "port=0", List.of(), ExecutorApp.class, mode).ready();
  }

  private static double of(String metrics, String name, String resource) {
    return of(metrics, name, resource, "jdk-executor");
  }

  private static double of(String metrics, String name, String resource, String library) {
    return sample(
        metrics,
        ("loadline_resource_" + name + "{kind=\"workers\",resource=\"" + resource)
            + ("\",library=\"" + library + "\",}"));
  }

  @EachVersion
  void everyFigureAgreesWithTheLedgerOfTheApplication(String home) throws Exception {
    try (ChildJvm jvm = start(home, "all")) {
      String metrics = jvm.metrics();
      known(jvm.out(), metrics, "orders", "orders-pool-1-thread", 3, 10);
      known(jvm.out(), metrics, "quiet", "quiet", 2, 4);
      tasksThatThrowEndTheirRun(metrics);
      whatIsTurnedAwayIsCountedWhateverTheHandler(jvm.out(), metrics);
      aScheduledTaskWaitsFromItsTime(jvm.out(), metrics);
      whatIsUnderWayIsShown(metrics);
      assertThat(jvm.get("/agent/status", "*/*").body())
          .contains("\"name\": \"cached\", \"library\": \"jdk-executor\", \"limit\": \"unlimited\"")
          .doesNotContain("broken\": {");
      assertThat(metrics).doesNotContain("loadline_agent_hook_errors_total");
      assertThat(sample(metrics, "loadline_agent_untracked_holds_total")).isZero();
    }
  }

  private static void known(
      String out, String metrics, String name, String resource, int threads, int tasks) {
    double ran = sample(out, name + "-ran ") / 1e9;
    double waited = sample(out, name + "-waited ") / 1e9;
    double held = of(metrics, "hold_seconds_sum", resource);
    assertThat(of(metrics, "limit", resource)).isEqualTo(threads);
    assertThat(of(metrics, "acquired_total", resource)).isEqualTo(tasks);
    assertThat(of(metrics, "wait_seconds_count", resource)).isEqualTo(tasks);
    assertThat(of(metrics, "hold_seconds_count", resource)).isEqualTo(tasks);
    assertThat(of(metrics, "in_use_peak", resource)).isEqualTo(threads);
    assertThat(of(metrics, "in_use", resource)).isZero();
    assertThat(of(metrics, "waiting", resource)).isZero();
    assertThat(of(metrics, "rejected_total", resource)).isZero();
    assertThat(held).isGreaterThanOrEqualTo(ran).isCloseTo(ran, within(0.2));
    assertThat(of(metrics, "in_use_seconds_total", resource)).isCloseTo(held, within(1e-6));
    assertThat(of(metrics, "in_use_squared_seconds_total", resource))
        .isBetween(held, threads * held + 1e-6);
    assertThat(of(metrics, "wait_seconds_sum", resource))
        .isLessThanOrEqualTo(waited)
        .isCloseTo(waited, within(0.2));
  }

  private static void tasksThatThrowEndTheirRun(String metrics) {
    assertThat(of(metrics, "acquired_total", "thrower")).isEqualTo(3);
    assertThat(of(metrics, "hold_seconds_count", "thrower")).isEqualTo(3);
    assertThat(of(metrics, "in_use", "thrower")).isZero();
  }

  private static void whatIsTurnedAwayIsCountedWhateverTheHandler(String out, String metrics) {
    assertThat(sample(out, "refused ")).isEqualTo(7);
    assertThat(of(metrics, "rejected_total", "bounded")).isEqualTo(7);
    assertThat(of(metrics, "waiting", "bounded")).isEqualTo(2);
    assertThat(of(metrics, "rejected_total", "oldest")).isEqualTo(7);
    assertThat(of(metrics, "in_use", "oldest")).isEqualTo(1);
    assertThat(of(metrics, "rejected_total", "caller")).isEqualTo(3);
    assertThat(of(metrics, "acquired_total", "caller")).isEqualTo(1);
  }

  private static void aScheduledTaskWaitsFromItsTime(String out, String metrics) {
    double late = sample(out, "timer-waited ") / 1e9;
    assertThat(of(metrics, "limit", "timer")).isEqualTo(1);
    assertThat(of(metrics, "acquired_total", "timer")).isEqualTo(2);
    assertThat(of(metrics, "wait_seconds_count", "timer")).isEqualTo(2);
    assertThat(of(metrics, "wait_seconds_sum", "timer"))
        .isGreaterThan(0.19)
        .isCloseTo(late, within(0.2));
    assertThat(of(metrics, "waiting", "timer")).as("one is due tomorrow").isZero();
  }

  private static void whatIsUnderWayIsShown(String metrics) {
    assertThat(of(metrics, "in_use", "stuck")).isEqualTo(2);
    assertThat(of(metrics, "waiting", "stuck")).isEqualTo(5);
    assertThat(of(metrics, "hold_seconds_count", "stuck")).isZero();
    assertThat(metrics).doesNotContain("limit{kind=\"workers\",resource=\"cached\"");
    assertThat(of(metrics, "limit", "ForkJoinPool-1-worker", "jdk-forkjoin")).isEqualTo(2);
    assertThat(of(metrics, "in_use", "ForkJoinPool-1-worker", "jdk-forkjoin")).isEqualTo(2);
    assertThat(of(metrics, "waiting", "ForkJoinPool-1-worker", "jdk-forkjoin")).isEqualTo(3);
    assertThat(metrics).doesNotContain("commonPool", "virtual-threads");
  }

  @Test
  void poolsBeyondTheLimitAreMeasuredTogether() throws Exception {
    try (ChildJvm jvm = start(System.getProperty("java.home"), "many")) {
      String metrics = jvm.metrics();
      assertThat(of(metrics, "in_use", "p63x")).isEqualTo(1);
      assertThat(metrics).doesNotContain("p64x");
      assertThat(of(metrics, "in_use", "other")).isEqualTo(6);
      assertThat(sample(metrics, "loadline_agent_folded_executors_total")).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @MethodSource("virtual")
  void aHundredThousandVirtualThreadsDoNotHang(String home) throws Exception {
    try (ChildJvm jvm = start(home, "virtual")) {
      String metrics = jvm.metrics();
      assertThat(jvm.out()).startsWith("finished");
      assertThat(of(metrics, "acquired_total", "sink")).isEqualTo(100_000);
      assertThat(of(metrics, "hold_seconds_count", "sink")).isEqualTo(100_000);
      assertThat(of(metrics, "in_use", "sink")).isZero();
      assertThat(
              of(metrics, "wait_seconds_count", "sink")
                  + sample(metrics, "loadline_agent_untracked_holds_total"))
          .isEqualTo(100_000);
      assertThat(of(metrics, "limit", "virtual-threads", "jdk-virtual-threads"))
          .isEqualTo(sample(metrics, "jvm_cpu_count"));
      assertThat(of(metrics, "in_use", "virtual-threads", "jdk-virtual-threads")).isZero();
      assertThat(of(metrics, "waiting", "virtual-threads", "jdk-virtual-threads")).isZero();
    }
  }

  /** The newer of the Java homes, where there is one. */
  static Stream<String> virtual() {
    return ChildJvm.javaHomes().skip(1);
  }

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void theAgentItselfNeverLoadsAPoolOfThreads(String home) throws Exception {
    Path log = directory.resolve("classes.txt");
    List<String> options = List.of("-Xlog:class+load:file=" + log);
    try (ChildJvm jvm = ChildJvm.start(home, directory, "port=0", options, IdleApp.class).ready()) {
      assertThat(jvm.get("/metrics", "*/*").statusCode()).isEqualTo(200);
      assertThat(jvm.get("/agent/status", "*/*").statusCode()).isEqualTo(200);
      assertThat(Files.readString(log))
          .contains("dev.loadline.agent.expose.MetricsServer")
          .doesNotContain("java.util.concurrent.ThreadPoolExecutor");
    }
  }
}
