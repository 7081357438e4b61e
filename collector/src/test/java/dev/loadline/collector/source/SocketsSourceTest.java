package dev.loadline.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.source.SocketTable.Entry;
import dev.loadline.collector.source.SocketsSource.Settings;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.ProblemsException;
import dev.loadline.collector.yaml.YamlDocument;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the sockets of this machine. */
class SocketsSourceTest {
  @TempDir private Path directory;
  private final List<AutoCloseable> open = new ArrayList<>();

  /** A program that listens and accepts nobody. */
  static final class Deaf {
    public static void main(String[] arguments) throws IOException, InterruptedException {
      try (ServerSocket server =
          new ServerSocket(Integer.parseInt(arguments[0]), 10, InetAddress.getLoopbackAddress())) {
        System.out.println("listens on " + server.getLocalPort());
        Thread.currentThread().join();
      }
    }
  }

  @BeforeEach
  void onLinux() {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/proc/self/net/tcp")), "only Linux shows its sockets");
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void aServiceThatPublishesNothingHasUsersAQueueWorkersAndAPool() throws Exception {
    int port = Child.freePort();
    Child deaf = deaf(port);
    for (int i = 0; i < 3; i++) {
      open.add(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    Reading reading =
        session("listen: %d\nbacklog: 10\nservers: {deaf: '127.0.0.1:%d'}".formatted(port, port))
            .read();

    assertThat(Figures.of(reading))
        .containsEntry("sockets/" + port + " in_use", 3.0)
        .containsEntry("queue/accept-" + port + " in_use", 3.0)
        .containsEntry("queue/accept-" + port + " limit", 10.0)
        .containsEntry("pool/deaf in_use", 3.0)
        .containsEntry("pool/deaf in_use{state=close-wait}", 0.0)
        .containsEntry("workers/" + port + " limit", 1.0)
        .containsEntry("workers/" + port + " in_use", 0.0)
        .containsKey("queue/accept rejected{reason=overflow}")
        .hasEntrySatisfying(
            "cpu/%d in_use_seconds{worker=0}".formatted(port), s -> assertThat(s).isPositive());
    assertThat(reading.notes()).isEmpty();

    assertThat(
            Figures.of(session("listen: %d\npid: %d".formatted(port, deaf.process().pid())).read()))
        .containsEntry("sockets/" + port + " in_use", 3.0);
  }

  @Test
  void whatTheServerClosedIsHeldUntilTheClientClosesToo() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      int port = server.getLocalPort();
      open.add(new Socket(InetAddress.getLoopbackAddress(), port));
      open.add(new Socket(InetAddress.getLoopbackAddress(), port));
      server.accept().close();
      Session session = session("servers: {db: 'localhost:%d'}".formatted(port));

      await()
          .untilAsserted(
              () ->
                  assertThat(Figures.of(session.read()))
                      .containsEntry("pool/db in_use", 2.0)
                      .containsEntry("pool/db in_use{state=close-wait}", 1.0));
    }
  }

  @Test
  void whereNobodyListensNothingIsCounted() throws Exception {
    int port = Child.freePort();

    Reading reading = session("listen: " + port).read();

    assertThat(Figures.of(reading)).doesNotContainKey("sockets/" + port + " in_use");
    assertThat(reading.notes()).containsExactly("nobody listens on port " + port);
  }

  @Test
  void aProcessThatIsGoneIsDown() {
    Session session = session("listen: 80\npid: 999999999");

    SourceException gone = catchThrowableOfType(SourceException.class, session::read);

    assertThat(gone.reason()).isEqualTo(Reason.CONNECT);
    assertThat(gone).hasMessage("/proc/999999999/net/tcp is not there");
  }

  @Test
  void longTablesAreReadSeldom() throws Exception {
    Path network = Files.createDirectories(directory.resolve("self/net"));
    try (BufferedWriter table = Files.newBufferedWriter(network.resolve("tcp"))) {
      table.write("  sl  local_address rem_address   st\n");
      for (int i = 0; i < 400_000; i++) {
        table.write(
            " 1: 0100007F:1F40 0100007F:%04X 01 00000000:00000000 00:00000000 00000000 0 0 4711 1\n"
                .formatted(i % 65_536));
      }
    }
    Session session = session("listen: 8000\nservers: {db: '127.0.0.1:5432'}\nproc: " + directory);

    assertThat(Figures.of(session.read())).containsEntry("pool/db in_use", 7.0);
    Reading skipped = session.read();
    assertThat(skipped.values()).isEmpty();
    assertThat(skipped.notes())
        .singleElement()
        .asString()
        .matches("reading took \\d+ ms and is done in every \\d+th interval only");
  }

  @Test
  void addressesAreWrittenAsTheKernelDoes() throws Exception {
    assertThat(SocketTable.hex(SocketTable.addresses("127.0.0.1")[0], false)).isEqualTo("0100007F");
    assertThat(SocketTable.hex(SocketTable.addresses("10.0.0.7")[0], false)).isEqualTo("0700000A");
    assertThat(SocketTable.hex(SocketTable.addresses("::1")[0], true))
        .isEqualTo("00000000000000000000000001000000");
    assertThat(SocketTable.hex(SocketTable.addresses("127.0.0.1")[0], true))
        .isEqualTo("0000000000000000FFFF00000100007F");
  }

  @Test
  void aLineOfTheTable() throws Exception {
    assertThat(
            SocketTable.entry(
                "   0: 0100007F:1F90 0700000A:1538 0A 00000000:00000003 00:00000000 00000000"
                    + "   101        0 1584064 1 000000002692251d 100 0 0 10 0"))
        .isEqualTo(new Entry(8080, "0700000A", 5432, SocketTable.LISTEN, 3, 1_584_064));
    assertThatThrownBy(() -> SocketTable.entry("  1: nonsense"))
        .isInstanceOf(IOException.class)
        .hasMessage("not a line of a socket table: 1: nonsense");
  }

  @Test
  void aProgramsNameMayHoldAnything() throws Exception {
    assertThat(ProcessStat.parse("42 (a) R 1 (b) S 1 42 42 0 -1 4194560 1 2 3 4 150 50 0 0 20 0 1"))
        .isEqualTo(new ProcessStat('S', 2.0));
  }

  @Test
  void settingsThatSayNothingAreRefused() {
    assertThatThrownBy(() -> session(""))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("say which port to look at by listen, or servers");
  }

  private Child deaf(int port) throws IOException {
    Path log = directory.resolve("log");
    Child child =
        Child.start(
            log,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Deaf.class.getName(),
                Integer.toString(port)));
    open.add(child);
    await().untilAsserted(() -> assertThat(log).content().contains("listens on " + port));
    return child;
  }

  private static Session session(String settings) {
    return new SocketsSource()
        .session(YamlDocument.parse("test", "service: orders\n" + settings).bind(Settings.class));
  }
}
