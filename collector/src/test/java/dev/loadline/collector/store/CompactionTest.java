package dev.loadline.collector.store;

import static dev.loadline.collector.signal.SignalReaderContract.BUCKET;
import static dev.loadline.collector.signal.SignalReaderContract.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that became chunks are the same samples. */
class CompactionTest {
  private static final int SIZE = Chunk.SIZE;

  @TempDir Path directory;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private SqliteSignals signals;

  @BeforeEach
  void open() {
    signals = SqliteSignals.open(directory, meters);
  }

  @AfterEach
  void close() {
    signals.close();
  }

  @Test
  void rowsBecomeAChunkWhenThereAreEnough() throws SQLException {
    write(0, Chunk.ROWS - 1);
    assertThat(count("chunk")).isZero();

    write(Chunk.ROWS - 1, Chunk.ROWS);

    awaitChunks(1);
    assertThat(count("sample")).isZero();
    assertThat(times()).hasSize(Chunk.ROWS).isSorted();
  }

  @Test
  void aChunkGrowsUntilItIsFull() throws SQLException {
    for (long i = 0; i <= SIZE / Chunk.ROWS; i++) {
      write(i * Chunk.ROWS, (i + 1) * Chunk.ROWS);
      await().until(() -> count("sample") == 0);
    }

    assertThat(count("chunk")).isEqualTo(2);
    assertThat(times()).hasSize(SIZE + Chunk.ROWS).isSorted();
  }

  @Test
  void aReadSpansChunksAndRows() throws SQLException {
    write(0, 2 * SIZE + 7);
    awaitChunks(2);

    assertThat(times(SIZE - 1, 2 * SIZE + 2))
        .isEqualTo(LongStream.range(SIZE - 1, 2 * SIZE + 2).boxed().toList());
  }

  @Test
  void whatIsInAChunkIsNotTakenAgain() throws SQLException {
    write(0, SIZE);
    awaitChunks(1);

    signals.write(List.of(new Sample(LIMIT, 5, 99), new Sample(LIMIT, SIZE - 1, 99))).join();

    assertThat(count("sample")).isZero();
    assertThat(line().value(5)).isEqualTo(5.0);
  }

  @Test
  void aMoreCompleteValueReplacesARowAndNoChunk() throws SQLException {
    write(0, Chunk.ROWS);
    await().until(() -> count("sample") == 0);
    write(Chunk.ROWS, Chunk.ROWS + 2);

    signals
        .amend(
            List.of(
                new Sample(LIMIT, 0, 99),
                new Sample(LIMIT, Chunk.ROWS, 99),
                new Sample(LIMIT, Chunk.ROWS + 5, 99)))
        .join();

    assertThat(line().value(0)).isZero();
    assertThat(line().value(Chunk.ROWS)).isEqualTo(99);
    assertThat(line().value(Chunk.ROWS + 1)).isEqualTo(Chunk.ROWS + 1);
    assertThat(times()).hasSize(Chunk.ROWS + 3).isSorted();
  }

  @Test
  void lateSamplesFindTheirChunk() throws SQLException {
    writeEven(0, SIZE);
    writeEven(SIZE, 2 * SIZE);
    awaitChunks(2);
    for (long time : new long[] {-5, 7, 2 * SIZE - 1, 2 * SIZE + 3}) {
      signals.write(List.of(new Sample(LIMIT, time, 0.5))).join();
    }
    assertThat(times()).hasSize(2 * SIZE + 4).isSorted().contains(-5L, 7L, 2L * SIZE - 1);

    writeEven(2 * SIZE, 3 * SIZE);

    await().until(() -> count("sample") == 0);
    assertThat(times()).hasSize(3 * SIZE + 4).isSorted().doesNotHaveDuplicates();
    assertThat(overlaps()).isZero();
  }

  @Test
  void anyOrderGivesTheSameLine() throws SQLException {
    TreeMap<Long, Double> written = new TreeMap<>();
    Random random = new Random(11);
    for (int batch = 0; batch < 300; batch++) {
      List<Sample> samples = new ArrayList<>();
      long around = batch * 40L - random.nextInt(3_000);
      for (int i = 0; i < 20; i++) {
        Sample sample = new Sample(LIMIT, around + random.nextInt(200), random.nextInt(1_000));
        written.putIfAbsent(sample.epochMillis(), sample.value());
        samples.add(sample);
      }
      signals.write(samples).join();
    }

    Line line = line();

    assertThat(times()).isEqualTo(List.copyOf(written.keySet()));
    for (int i = 0; i < line.size(); i++) {
      assertThat(line.value(i)).isEqualTo(written.get(line.epochMillis(i)));
    }
    assertThat(count("chunk")).isPositive();
    assertThat(overlaps()).isZero();
  }

  @Test
  void retentionForgetsWholeChunksOnly() throws SQLException {
    write(0, 2 * SIZE);
    awaitChunks(2);

    signals.expire(Instant.ofEpochMilli(SIZE + 10)).join();

    assertThat(times()).hasSize(SIZE).first().isEqualTo((long) SIZE);
    signals.expire(Instant.ofEpochMilli(3 * SIZE)).join();
    assertThat(signals.services()).isEmpty();
  }

  @Test
  void aCorruptChunkIsSetAsideAndTheRestServed() throws SQLException {
    for (long i = 0; i < 3; i++) {
      write(i * SIZE, (i + 1) * SIZE);
      awaitChunks((int) i + 1);
    }
    signals.write(List.of(new Sample(BUCKET, 1, 1))).join();
    change(
        "UPDATE chunk SET bytes = cast(substr(bytes, 1, 9) || x'5a' AS BLOB) WHERE first = "
            + SIZE);

    assertThat(times()).hasSize(2 * SIZE).doesNotContain(SIZE + 1L);

    assertThat(signals.read("orders", Instant.MIN, Instant.MAX)).hasSize(2);
    await().until(() -> count("quarantine") == 1);
    awaitChunks(2);
    assertThat(meters.counter("loadline.store.corrupt.chunks").count()).isPositive();
  }

  @Test
  void aSampleForACorruptChunkIsTaken() throws SQLException {
    write(0, SIZE);
    awaitChunks(1);
    change("UPDATE chunk SET checksum = checksum + 1");

    signals.write(List.of(new Sample(LIMIT, 5, 42))).join();
    write(SIZE, 2 * SIZE);

    await().until(() -> count("quarantine") == 1);
    assertThat(times()).hasSize(SIZE + 1).first().isEqualTo(5L);
  }

  @Test
  void theFirstFormatIsTakenOver() throws SQLException {
    write(0, 10);
    signals.close();
    change("DROP TABLE chunk; DROP TABLE quarantine; DROP TABLE state; PRAGMA user_version = 1");
    change(
        "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
            + " INSERT INTO sample SELECT 1, i, i FROM n");
    open();

    assertThat(times()).hasSize(1_000);
    signals.expire(Instant.EPOCH).join();
    signals.write(List.of(new Sample(BUCKET, 1, 1))).join();

    awaitChunks(3);
    assertThat(times()).hasSize(1_000).isSorted();
  }

  @Test
  void stateOutlastsTheProcess() {
    signals.state("advice").put("a", "1");
    signals.state("advice").put("a", "2");
    signals.state("advice").put("b", "3");
    signals.state("advice").remove("b");
    signals.state("other").put("a", "4");
    signals.close();
    open();

    assertThat(signals.state("advice").all()).containsOnly(Map.entry("a", "2"));
    assertThat(signals.state("nobody").all()).isEmpty();
  }

  private void write(long from, long to) {
    signals.write(LongStream.range(from, to).mapToObj(CompactionTest::sample).toList()).join();
  }

  private void writeEven(long from, long to) {
    signals
        .write(LongStream.range(from, to).mapToObj(i -> new Sample(LIMIT, 2 * i, i)).toList())
        .join();
  }

  private static Sample sample(long number) {
    return new Sample(LIMIT, number, number);
  }

  private void awaitChunks(int expected) {
    await().until(() -> count("chunk") == expected);
  }

  private List<Long> times() {
    return times(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private List<Long> times(long from, long to) {
    Line line = line(LIMIT, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
    return LongStream.range(0, line.size()).mapToObj(i -> line.epochMillis((int) i)).toList();
  }

  private Line line() {
    return line(LIMIT, Instant.MIN, Instant.MAX);
  }

  private Line line(Series series, Instant from, Instant to) {
    return signals.read("orders", from, to).stream()
        .filter(line -> line.series().equals(series))
        .findFirst()
        .orElseThrow();
  }

  private int overlaps() throws SQLException {
    return number(
        "SELECT count(*) FROM chunk a, chunk b WHERE a.series = b.series AND a.first < b.first"
            + " AND a.last >= b.first");
  }

  private int count(String table) throws SQLException {
    return number("SELECT count(*) FROM " + table);
  }

  private int number(String sql) throws SQLException {
    try (Connection connection = connect();
        var row = connection.createStatement().executeQuery(sql)) {
      return row.getInt(1);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = connect()) {
      connection.createStatement().executeUpdate(sql);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("signals.db"));
  }
}
