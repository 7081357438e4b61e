package dev.loadline.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Signal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed again and again; nothing that it acknowledged may be missing. */
class KilledWriterTest {
  private static final int ROUNDS = 5;

  @TempDir Path directory;

  @Test
  void everythingAcknowledgedIsThereOnce() throws IOException, InterruptedException {
    List<Long> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(writeUntilKilled(round, 100 + 137 * round));
    }

    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 100);
    assertThat(kept()).doesNotHaveDuplicates().containsAll(acknowledged);
  }

  private List<Long> writeUntilKilled(int round, int lines)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                directory.toString(),
                Long.toString(round * 1_000_000L))
            .redirectErrorStream(true)
            .start();
    List<Long> acknowledged = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      for (int i = 0; i < lines; i++) {
        number(output.readLine()).ifPresent(acknowledged::add);
      }
      process.toHandle().destroyForcibly();
      output.lines().forEach(line -> number(line).ifPresent(acknowledged::add));
    } finally {
      process.destroyForcibly();
    }
    return acknowledged;
  }

  /** Empty for what a library prints, and for a line that the kill cut. */
  private static Optional<Long> number(String line) {
    return line.startsWith("#") && line.endsWith(";")
        ? Optional.of(Long.valueOf(line.substring(1, line.length() - 1)))
        : Optional.empty();
  }

  private List<Long> kept() {
    try (SqliteSignals signals = SqliteSignals.open(directory, new SimpleMeterRegistry())) {
      List<Long> kept = new ArrayList<>();
      for (Line line : signals.read("orders", Instant.EPOCH, Instant.ofEpochMilli(10_000_000))) {
        for (int i = 0; i < line.size(); i++) {
          assertThat(line.value(i)).isEqualTo((double) line.epochMillis(i));
          kept.add(line.epochMillis(i));
        }
      }
      return kept;
    }
  }

  /** Writes one sequence number after the other and prints those that were acknowledged. */
  static final class Writer {
    private static final Series SERIES =
        new Series("orders", "a:1", "agent", Resource.parse("pool/db"), Signal.ACQUIRED);

    public static void main(String[] args) {
      SqliteSignals signals = SqliteSignals.open(Path.of(args[0]), new SimpleMeterRegistry());
      for (long i = Long.parseLong(args[1]); ; i += 3) {
        CompletableFuture.allOf(write(signals, i), write(signals, i + 1), write(signals, i + 2))
            .join();
      }
    }

    private static CompletableFuture<Void> write(SqliteSignals signals, long number) {
      return signals
          .write(List.of(new Sample(SERIES, number, (double) number)))
          .thenRun(() -> System.out.println("#" + number + ";"));
    }
  }
}
