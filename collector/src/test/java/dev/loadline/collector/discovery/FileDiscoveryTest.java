package dev.loadline.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDiscoveryTest {
  private static final String ORDERS =
      "[{\"targets\":[\"10.0.0.1:9464\",\"10.0.0.2:9464\"],\"labels\":{\"job\":\"orders\"}}]";
  private static final List<String> TWO =
      List.of(
          "orders 10.0.0.1:9464 http://10.0.0.1:9464/metrics",
          "orders 10.0.0.2:9464 http://10.0.0.2:9464/metrics");

  @TempDir Path directory;
  private Path root;
  private final Vertx vertx = Vertx.vertx();

  @BeforeEach
  void root() throws IOException {
    root = Files.createDirectory(directory.resolve("root"));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void readsJsonAndYamlWithAllThatLabelsSay() throws Exception {
    write("a.json", ORDERS);
    write(
        "b.yaml",
        """
        - targets: [shop.internal]
          labels:
            service: shop
            instance: shop-0
            __scheme__: https
            __metrics_path__: actuator/prometheus
            __param_name: a b
        """);
    try (Found found = found("")) {
      await().until(() -> found.targets().size() == 3);

      assertThat(found.targets())
          .containsExactly(
              TWO.get(0),
              TWO.get(1),
              "shop shop-0 https://shop.internal/actuator/prometheus?name=a+b");
      assertThat(found.reason()).isEmpty();
      assertThat(found.all())
          .allSatisfy(target -> assertThat(target.origin()).isEqualTo(Target.Origin.FOUND));
    }
  }

  @Test
  void jsonMayBeIndentedByTabs() throws Exception {
    write("a.json", ORDERS.replace("[{", "[\n\t{\n\t\t").replace("}]", "\n\t}\n]\n"));
    try (Found found = found("")) {
      await().until(found::heard);

      assertThat(found.reason()).isEmpty();
      assertThat(found.targets()).isEqualTo(TWO);
    }
  }

  @Test
  void aMalformedFileKeepsItsLastListAndLeavesTheOthersAlone() throws Exception {
    write("a.json", ORDERS);
    try (Found found = found("")) {
      await().until(() -> found.targets().equals(TWO));
      write("a.json", ORDERS.substring(0, 40));
      write("b.json", "[{\"targets\":[\"b:1\"],\"labels\":{\"job\":\"b\"}}]");
      await().until(() -> !found.reason().isEmpty() && found.targets().size() == 3);

      assertThat(found.targets()).containsAll(TWO).contains("b b:1 http://b:1/metrics");
      assertThat(found.reason())
          .startsWith(root.toRealPath().resolve("a.json") + ":")
          .endsWith("; its last list stays");
      write("a.json", ORDERS.replace("10.0.0.2", "10.0.0.3"));
      await().until(() -> found.reason().isEmpty());
      assertThat(found.targets())
          .contains("orders 10.0.0.3:9464 http://10.0.0.3:9464/metrics")
          .doesNotContain(TWO.get(1));
    }
  }

  @Test
  void anEmptyFileIsNoListButAnEmptyListIs() throws Exception {
    write("a.json", ORDERS);
    try (Found found = found("")) {
      await().until(() -> found.targets().equals(TWO));
      write("a.json", "");
      await().until(() -> found.reason().contains("the file is empty"));
      assertThat(found.targets()).isEqualTo(TWO);

      write("a.json", "[]");
      await().until(() -> found.targets().isEmpty());
      assertThat(found.reason()).isEmpty();
    }
  }

  @Test
  void aRemovedFileTakesItsTargetsWithIt() throws Exception {
    Path file = write("a.json", ORDERS);
    try (Found found = found("")) {
      await().until(() -> found.targets().equals(TWO));
      Files.delete(file);

      await().until(() -> found.targets().isEmpty());
    }
  }

  @Test
  void theRootThatVanishesTakesNothing() throws Exception {
    write("a.json", ORDERS);
    try (Found found = found(", interval: 1s")) {
      await().until(() -> found.targets().equals(TWO));
      Files.move(root, directory.resolve("elsewhere"));

      await().until(() -> found.reason().contains("cannot be listed"));
      assertThat(found.targets()).isEqualTo(TWO);
    }
  }

  @Test
  void changesAreSeenLongBeforeTheIntervalEnds() throws Exception {
    write("a.json", "[]");
    try (Found found = found(", interval: 1h")) {
      await().until(found::heard);
      Path next = Files.writeString(directory.resolve("next"), ORDERS);
      Files.move(next, root.resolve("a.json"), StandardCopyOption.ATOMIC_MOVE);

      await().atMost(Duration.ofMinutes(5)).until(() -> found.targets().equals(TWO));
    }
  }

  @Test
  void linksWithinTheRootAreFollowedAsMountedVolumesHaveThem() throws Exception {
    Path data = Files.createDirectory(root.resolve("..2026_01"));
    Files.writeString(data.resolve("a.json"), ORDERS);
    Files.createSymbolicLink(root.resolve("..data"), Path.of("..2026_01"));
    Files.createSymbolicLink(root.resolve("a.json"), Path.of("..data/a.json"));
    try (Found found = found("")) {
      await().until(() -> found.targets().equals(TWO));
      assertThat(found.reason()).isEmpty();
    }
  }

  @Test
  void linksOutOfTheRootAreRefused() throws Exception {
    Path secret = Files.writeString(directory.resolve("secret.json"), ORDERS);
    Files.createSymbolicLink(root.resolve("a.json"), secret);
    try (Found found = found("")) {
      await().until(found::heard);

      assertThat(found.targets()).isEmpty();
      assertThat(found.reason()).contains("a.json: leads out of " + root.toRealPath());
    }
  }

  @Test
  void oneTargetThatCannotBeOneIsRefusedAlone() throws Exception {
    write(
        "a.json",
        "[{\"targets\":[\"a:1\",\"http://b:1/x\"],\"labels\":{\"job\":\"a\"}},{\"targets\":[\"c:1\"]}]");
    try (Found found = found("")) {
      await().until(found::heard);

      assertThat(found.targets()).containsExactly("a a:1 http://a:1/metrics");
      assertThat(found.reason())
          .contains("http://b:1/x: not host:port")
          .contains(
              "c:1: no label tells its service; give it one of service, app.kubernetes.io/name,"
                  + " app_kubernetes_io_name, app, job, or set service.otherwise");
    }
  }

  @Test
  void otherLabelsCanNameTheService() throws Exception {
    write(
        "a.json", "[{\"targets\":[\"a:1\"],\"labels\":{\"team\":\"x\"}},{\"targets\":[\"c:1\"]}]");
    try (Found found = found(", service: {labels: [team], otherwise: rest}")) {
      await().until(found::heard);

      assertThat(found.targets())
          .containsExactly("rest c:1 http://c:1/metrics", "x a:1 http://a:1/metrics");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../*.json",
        "a/../../b.json",
        "/etc/*.json",
        "..",
        "a\\\\..\\\\b.json",
        "{..}/../x.yml",
        "..\\u0000/a.json"
      })
  void pathsThatClimbOutAreRefused(String glob) {
    assertThatThrownBy(
            () -> Found.settings("file: {root: " + root + ", files: [\"" + glob + "\"]}"))
        .hasMessageContaining("files stand below the root");
  }

  private Found found(String more) {
    return Found.by(vertx, "file: {root: " + root + more + "}");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(root.resolve(name), text);
  }
}
