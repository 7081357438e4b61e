package dev.loadline.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Signal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real file system of 4 MiB that runs full. */
class FullDiskTest {
  private static final Series SERIES =
      new Series("orders", "a:1", "agent", Resource.parse("pool/db"), Signal.ACQUIRED);

  @TempDir Path disk;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) == 0,
        "mounting a small file system needs root");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", disk.toString());
  }

  @Test
  void aFullDiskRefusesWritesAnswersReadsAndRecoversByItself() throws IOException {
    try (SqliteSignals signals = SqliteSignals.open(disk.resolve("data"), meters)) {
      write(signals, 0);
      Path filler = fill();

      int refusedAt = writeUntilRefused(signals);

      assertThat(read(signals)).isEqualTo(refusedAt);
      assertThat(meters.counter("loadline.store.refused", "reason", "disk").count()).isEqualTo(1);
      Files.delete(filler);
      write(signals, refusedAt);
      assertThat(read(signals)).isEqualTo(refusedAt + 1);
    }
  }

  private static int writeUntilRefused(SqliteSignals signals) {
    for (int i = 1; i < 10_000; i++) {
      try {
        write(signals, i);
      } catch (CompletionException e) {
        assertThat(e).hasCauseInstanceOf(StoreException.class).hasMessageContaining("refuses");
        return i;
      }
    }
    throw new AssertionError("the disk never ran full");
  }

  private static void write(SqliteSignals signals, int number) {
    signals.write(List.of(new Sample(SERIES, number, number))).join();
  }

  private static int read(SqliteSignals signals) {
    return signals.read("orders", Instant.EPOCH, Instant.ofEpochMilli(100_000)).stream()
        .mapToInt(Line::size)
        .sum();
  }

  private Path fill() throws IOException {
    Path filler = disk.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(new byte[4_096]);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("space");
      return filler;
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
