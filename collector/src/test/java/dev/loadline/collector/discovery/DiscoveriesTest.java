package dev.loadline.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveriesTest {
  @TempDir Path root;
  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private volatile Set<Target> targets = Set.of();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aSuddenLossIsDoubtedAndShown() throws IOException {
    write(0, 10);
    try (Discoveries all = start(Duration.ofHours(1))) {
      await().until(() -> targets.size() == 10);
      write(8, 12);
      await().until(() -> targets.size() == 12);

      assertThat(all.frozen())
          .hasValueSatisfying(
              frozen ->
                  assertThat(frozen.reason())
                      .isEqualTo(
                          "file: 10 targets became 4 at once; the old ones stay for 3600 s"));
      assertThat(meters.get("loadline.discovery.frozen").gauge().value()).isEqualTo(1);
      assertThat(all.states().get(1).targets()).isEqualTo(12);

      write(0, 5);
      await().until(() -> targets.size() == 5);
      assertThat(all.frozen()).isEmpty();
      assertThat(meters.get("loadline.discovery.frozen").gauge().value()).isZero();
    }
  }

  @Test
  void anExplicitNothingIsObeyedAfterTheDoubt() throws IOException {
    write(0, 10);
    try (Discoveries all = start(Duration.ofMillis(1_500))) {
      await().until(() -> targets.size() == 10);
      write(0, 0);

      await().until(() -> targets.isEmpty());
      assertThat(all.frozen()).isEmpty();
    }
  }

  @Test
  void theLossOfHalfIsBelieved() throws IOException {
    write(0, 10);
    try (Discoveries all = start(Duration.ofHours(1))) {
      await().until(() -> targets.size() == 10);
      write(0, 5);

      await().until(() -> targets.size() == 5);
      assertThat(all.frozen()).isEmpty();
    }
  }

  @Test
  void aListBeyondTheCapIsRefusedAndTheLastStays() throws IOException {
    write(0, 10);
    try (Discoveries all = start(Duration.ofHours(1))) {
      await().until(() -> targets.size() == 10);
      write(0, 20_001);
      await().until(() -> all.states().get(1).state() == DiscoveryState.State.DOWN);

      assertThat(all.states().get(1).reason())
          .isEqualTo("20,001 targets, at most 20,000; the last list stays");
      assertThat(targets).hasSize(10);
      assertThat(meters.counter("loadline.discovery.failures", "mechanism", "file").count())
          .isPositive();
    }
  }

  @Test
  void oneAddressIsOneTargetAndTheFirstDiscoveryNamesIt() throws IOException {
    write(0, 10);
    try (Discoveries all = start(Duration.ofHours(1), "10.0.0.3:9464")) {
      await().until(() -> targets.size() == 10);

      assertThat(all.ready()).isTrue();
      assertThat(targets.stream().map(Target::service).filter("written"::equals)).hasSize(1);
    }
  }

  private Discoveries start(Duration hold, String... written) {
    String text =
        "static: {service: written, targets: [%s]}\n  - file: {root: %s, interval: 1s}"
            .formatted(
                java.util.Arrays.stream(written)
                    .map(each -> "\"" + each + "\"")
                    .collect(Collectors.joining(", ")),
                root);
    return Discoveries.start(
        vertx,
        Found.settings(text).discovery(),
        hold,
        meters,
        InstantSource.system(),
        found -> targets = found);
  }

  private void write(int from, int to) throws IOException {
    String addresses =
        IntStream.range(from, to)
            .mapToObj(i -> "\"10.0.%d.%d:9464\"".formatted(i / 250, i % 250))
            .collect(Collectors.joining(","));
    Files.writeString(
        root.resolve("a.json"), "[{\"targets\":[" + addresses + "],\"labels\":{\"job\":\"a\"}}]");
  }
}
