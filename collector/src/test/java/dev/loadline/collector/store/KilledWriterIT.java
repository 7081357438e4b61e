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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes, makes chunks and forgets is killed at random moments; nothing that it
 * acknowledged may be missing, changed or doubled. {@code -Dloadline.kills=1000} kills more often,
 * {@code -Dloadline.seed=7} at other moments.
 */
class KilledWriterIT {
  private static final int KILLS = Integer.getInteger("loadline.kills", 15);
  private static final long SEED = Long.getLong("loadline.seed", 1);
  private static final int MOST_ACKNOWLEDGED = 3_000;

  @TempDir Path directory;

  @Test
  @Timeout(7_200)
  void everythingAcknowledgedIsThereOnce() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    BitSet acknowledged = new BitSet();
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      List<Integer> round = writeUntilKilled(next, 1 + random.nextInt(MOST_ACKNOWLEDGED));
      round.forEach(acknowledged::set);
      BitSet kept = kept();
      BitSet lost = (BitSet) acknowledged.clone();
      lost.andNot(kept);
      assertThat(lost.cardinality()).as("lost after kill %d of seed %d", kill, SEED).isZero();
      next = kept.length();
    }
    System.out.printf(
        "%d kills, seed %d: %d acknowledged, none lost, none doubled%n",
        KILLS, SEED, acknowledged.cardinality());
    assertThat(acknowledged.cardinality()).isGreaterThan(KILLS);
  }

  private List<Integer> writeUntilKilled(int from, int acknowledgements)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                directory.toString(),
                Integer.toString(from))
            .redirectErrorStream(true)
            .start();
    List<Integer> acknowledged = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      while (acknowledged.size() < acknowledgements) {
        number(output.readLine()).ifPresent(acknowledged::add);
      }
      process.toHandle().destroyForcibly();
      output.lines().forEach(line -> number(line).ifPresent(acknowledged::add));
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();
    return acknowledged;
  }

  /** Empty for what a library prints, and for a line that the kill cut. */
  private static Optional<Integer> number(String line) {
    assertThat(line).as("the writer ended by itself").isNotNull();
    return line.startsWith("#") && line.endsWith(";")
        ? Optional.of(Integer.valueOf(line.substring(1, line.length() - 1)))
        : Optional.empty();
  }

  private BitSet kept() {
    try (SqliteSignals signals = SqliteSignals.open(directory, new SimpleMeterRegistry())) {
      BitSet kept = new BitSet();
      for (Line line : signals.read("orders", Instant.EPOCH, Instant.MAX)) {
        for (int i = 0; i < line.size(); i++) {
          int number = (int) line.epochMillis(i);
          assertThat(line.value(i)).isEqualTo((double) number);
          assertThat(kept.get(number)).as("%d is there twice", number).isFalse();
          kept.set(number);
        }
      }
      return kept;
    }
  }

  /** Writes one sequence number after the other and prints those that were acknowledged. */
  static final class Writer {
    private static final Series SERIES =
        new Series("orders", "a:1", "agent", Resource.parse("pool/db"), Signal.ACQUIRED);
    private static final int FORGET_EVERY = 300;

    public static void main(String[] args) {
      SqliteSignals signals = SqliteSignals.open(Path.of(args[0]), new SimpleMeterRegistry());
      for (int i = Integer.parseInt(args[1]); ; i += 3) {
        CompletableFuture.allOf(write(signals, i), write(signals, i + 2), write(signals, i + 1))
            .join();
        if (i % FORGET_EVERY < 3) {
          signals.expire(Instant.EPOCH).join();
        }
      }
    }

    private static CompletableFuture<Void> write(SqliteSignals signals, int number) {
      return signals
          .write(List.of(new Sample(SERIES, number, number)))
          .thenRun(() -> System.out.println("#" + number + ";"));
    }
  }
}
