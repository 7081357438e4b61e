package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteHoldsIT {

  private static final String ALL =
      "loadline_resource_hold_seconds_sum{kind=\"pool\",resource=\"orders\"";

  /** The application looks at its clock a little later than the agent, and may be interrupted. */
  private static final double TOLERANCE = 0.02;

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void holdsAreOfTheRouteThatHeldThemOrOfNone(String home) throws Exception {
    String path = Libraries.application(directory, "RouteApp", "com.zaxxer:HikariCP:7.1.0");
    try (ChildJvm jvm =
        ChildJvm.start(home, directory, "port=0", List.of(), path, "RouteApp").ready()) {
      await()
          .untilAsserted(
              () -> {
                String metrics = jvm.metrics();
                double slow = held(metrics, "/slow");
                double fast = held(metrics, "/fast");
                double tasks = held(metrics, "/tasks");
                double unknown = held(metrics, "unknown");
                assertThat(slow).isCloseTo(told(jvm, "slow"), within(TOLERANCE));
                assertThat(fast).isCloseTo(told(jvm, "fast"), within(TOLERANCE));
                assertThat(tasks).isCloseTo(told(jvm, "tasks"), within(TOLERANCE));
                assertThat(unknown).isGreaterThan(0.055);
                assertThat(slow + fast + tasks + unknown)
                    .as("every hold is of exactly one route")
                    .isCloseTo(sample(metrics, ALL), within(1e-6));
                assertThat(metrics).doesNotContain("http_route=\"/handed-on\"} ");
              });
    }
  }

  private static double told(ChildJvm jvm, String name) throws Exception {
    return sample(jvm.out(), name + " ") / 1e9;
  }

  private static double held(String metrics, String route) {
    return sample(
        metrics,
        "loadline_route_hold_seconds_total{kind=\"pool\",resource=\"orders\",library=\"hikaricp\","
            + "http_route=\""
            + route);
  }
}
