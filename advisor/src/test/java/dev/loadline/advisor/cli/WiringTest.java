package dev.loadline.advisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {
  @TempDir Path directory;

  private LoadlineSettings settings(int port) {
    return LoadlineSettings.parse(
        "loadline.yaml", "listen: 127.0.0.1:%d\ndata: '%s'\n".formatted(port, directory));
  }

  @Test
  void aTakenPortIsSaidAndNothingRunsOn() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> start(settings(taken.getLocalPort())))
          .hasMessageContaining("Address already in use");
    }
    close(start(settings(0)));
  }

  @Test
  void aTakenDirectoryIsSaidWithTheProcessThatHasIt() throws Exception {
    Wiring.Running first = start(settings(0));
    assertThatThrownBy(() -> start(settings(0)))
        .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
    assertThat(first.port()).isPositive();
    close(first);
  }

  private static Wiring.Running start(LoadlineSettings settings) throws Exception {
    return Wiring.start(settings).await(30, TimeUnit.SECONDS);
  }

  private static void close(Wiring.Running running) throws Exception {
    running.close().await(30, TimeUnit.SECONDS);
  }
}
