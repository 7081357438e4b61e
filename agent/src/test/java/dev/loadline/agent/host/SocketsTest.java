package dev.loadline.agent.host;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketsTest {

  private static final long UNHURRIED = Duration.ofMinutes(1).toNanos();
  private static final File TREE = new File("src/test/resources/host/v2");

  @TempDir Path directory;

  @Test
  void connectionsAreCountedByPeerAndByListeningPort() {
    Sockets sockets = requireNonNull(Sockets.read(TREE, new SocketTable(4 << 20, UNHURRIED)));
    assertThat(sockets.states())
        .isEqualTo(Map.of("listen", 2L, "established", 5L, "close_wait", 1L, "time_wait", 1L));
    assertThat(sockets.called())
        .as("what came to a mapped address is of the same peer")
        .isEqualTo(Map.of("10.0.0.5:5432", 3L, "[2001:db8:0:0:0:0:0:2]:5432", 1L));
    assertThat(sockets.callers()).isEqualTo(Map.of(":8080", 1L, ":9464", 0L));
    assertThat(sockets.queues()).isEqualTo(Map.of(":8080", 7L, ":9464", 2L));
    assertThat(sockets.queue(8080)).isEqualTo(7);
    assertThat(sockets.queue(8081)).as("nobody listens").isNull();
  }

  @Test
  void peersBeyondTwentyAreFolded() throws Exception {
    table(50);
    Sockets sockets =
        requireNonNull(Sockets.read(directory.toFile(), new SocketTable(4 << 20, UNHURRIED)));
    assertThat(sockets.called()).hasSize(21).containsEntry("other", 30L);
  }

  @Test
  void ofATableThatIsTooLongNothingIsSaidAndItIsLeftAloneForAMinute() throws Exception {
    table(50_000);
    SocketWatch watch = new SocketWatch(directory.toFile());
    assertThat(watch.read(0, new SocketTable(4 << 20, UNHURRIED))).isNull();
    assertThat(watch.read(Duration.ofSeconds(59).toNanos(), new SocketTable(64 << 20, UNHURRIED)))
        .isNull();
    assertThat(watch.dropped()).isEqualTo(1);
    assertThat(watch.read(Duration.ofSeconds(61).toNanos(), new SocketTable(64 << 20, UNHURRIED)))
        .isNotNull();
    assertThat(watch.dropped()).isEqualTo(1);
  }

  @Test
  void ofATableThatTakesTooLongNothingIsSaid() throws Exception {
    table(10);
    SocketWatch watch = new SocketWatch(directory.toFile());
    assertThat(watch.read(0, new SocketTable(4 << 20, -1))).isNull();
    assertThat(watch.dropped()).isEqualTo(1);
  }

  @Test
  void whereThereIsNoTableNothingIsSaidOrDropped() {
    SocketWatch watch = new SocketWatch(directory.toFile());
    assertThat(watch.read(0)).isNull();
    assertThat(watch.dropped()).isZero();
  }

  @Test
  void linesThatAreNoRowsAreNone() {
    assertThat(SocketTable.row("sl local_address rem_address st")).isNull();
    assertThat(SocketTable.row("0: xx:yy 00000000:0000 0A 00000000:00000002")).isNull();
  }

  /** Each with a peer of its own: 10.x.y.z:5432. */
  private void table(int rows) throws Exception {
    Path net = Files.createDirectories(directory.resolve("proc/self/net"));
    try (BufferedWriter out = Files.newBufferedWriter(net.resolve("tcp"))) {
      out.write("  sl  local_address rem_address   st tx_queue rx_queue\n");
      for (int i = 0; i < rows; i++) {
        out.write(
            "%4d: 0100007F:9C40 %06X0A:1538 01 00000000:00000000 00:00000000 00000000 0 0 24 1 0000000004a3fe30 20 4 30 10 -1%n"
                .formatted(i, i));
      }
    }
  }
}
