package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NettyProbeIT {

  private static final String NEWEST = "4.2.20.Final";
  private static final Pattern BURNT = Pattern.compile("burnt (\\S+)");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "4.1.0.Final, NioEventLoopGroup, nio",
    "4.1.50.Final, NioEventLoopGroup, nio",
    "4.1.140.Final, NioEventLoopGroup, nio",
    "4.1.136.Final, EpollEventLoopGroup, epoll",
    "4.2.20.Final, NioEventLoopGroup, nio"
  })
  void loopsTellWhatTheyTakeAndWhatWaits(String version, String type, String transport)
      throws Exception {
    String library =
        transport.equals("nio")
            ? "io.netty:netty-transport:" + version
            : "io.netty:netty-transport-native-epoll:jar:linux-x86_64:" + version;
    String classPath =
        Libraries.application(
            directory,
            List.of("NettyApp"),
            source ->
                source
                    .replace("nio.NioEventLoopGroup", transport + "." + type)
                    .replace("NioEventLoopGroup(", type + "("),
            library);
    for (String home : ChildJvm.javaHomes().limit(version.equals(NEWEST) ? 2 : 1).toList()) {
      try (ChildJvm jvm =
          ChildJvm.start(home, directory, "port=0", List.of(), classPath, "NettyApp").ready()) {
        Matcher burnt = BURNT.matcher(jvm.out());
        assertThat(burnt.find()).as(jvm.out()).isTrue();
        String labels = loops(jvm.metrics());
        awaiting(
            jvm,
            metrics -> {
              assertThat(sample(metrics, "loadline_resource_limit" + labels)).isEqualTo(3);
              assertThat(sample(metrics, "loadline_resource_waiting" + labels)).isEqualTo(5);
              assertThat(busy(metrics, labels, 1))
                  .isBetween(
                      Double.parseDouble(burnt.group(1)), Double.parseDouble(burnt.group(1)) + 0.1);
              assertThat(busy(metrics, labels, 2)).isLessThan(0.3);
              assertThat(sample(metrics, "loadline_resource_in_use_seconds_total" + labels))
                  .isGreaterThan(Double.parseDouble(burnt.group(1)));
              assertThat(metrics).doesNotContain("loop=\"3\"");
            });
        jvm.say("release\n");
        awaiting(
            jvm,
            metrics -> assertThat(sample(metrics, "loadline_resource_waiting" + labels)).isZero());
        jvm.say("shut down\n");
        awaiting(jvm, metrics -> assertThat(metrics).doesNotContain("library=\"netty\""));
        assertThat(jvm.metrics()).doesNotContain("loadline_agent_hook_errors_total{");
        assertThat(jvm.get("/agent/status", "*/*").body())
            .contains("\"name\": \"netty\", \"state\": \"matched\"");
      }
    }
  }

  /** The threads of a group have its number in their names. */
  private static String loops(String metrics) {
    Matcher group =
        Pattern.compile("\\{kind=\"event-loop\",resource=\"shop(-\\d+)*\",library=\"netty\"")
            .matcher(metrics);
    assertThat(group.find()).as(metrics).isTrue();
    return group.group();
  }

  private static double busy(String metrics, String labels, int loop) {
    return sample(
        metrics, "loadline_event_loop_busy_seconds_total" + labels + ",loop=\"" + loop + "\"");
  }

  private static void awaiting(ChildJvm jvm, ThrowingConsumer<String> facts) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> facts.accept(jvm.metrics()));
  }
}
