package dev.loadline.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.SignalReader;
import dev.loadline.collector.signal.SignalReaderContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSignalsTest implements SignalReaderContract {
  @TempDir Path directory;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<SqliteSignals> open = new ArrayList<>();

  @AfterEach
  void close() {
    open.forEach(SqliteSignals::close);
  }

  @Override
  public SignalReader reader(List<Sample> samples) {
    SqliteSignals signals = open();
    signals.write(samples).join();
    return signals;
  }

  @Test
  void everythingIsThereAfterARestart() {
    try (SqliteSignals first = SqliteSignals.open(directory, meters)) {
      first.write(List.of(new Sample(LIMIT, 1, 15), new Sample(BUCKET, 1, 3))).join();
    }

    assertThat(open().series("orders")).containsExactlyInAnyOrder(LIMIT, BUCKET);
  }

  @Test
  void secondProcessIsRefusedWithThePidOfTheFirst() {
    open();

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());
  }

  @Test
  void manyWritersShareTransactions() {
    SqliteSignals signals = open();
    List<CompletableFuture<Void>> writes = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      writes.add(signals.write(List.of(new Sample(LIMIT, i, i))));
    }
    writes.forEach(CompletableFuture::join);

    assertThat(signals.read("orders", Instant.EPOCH, Instant.ofEpochMilli(500)))
        .singleElement()
        .extracting(Line::size)
        .isEqualTo(500);
    assertThat(meters.timer("loadline.store.commit").count()).isLessThan(500);
  }

  @Test
  void retentionForgetsSamplesAndThenTheirSeries() {
    SqliteSignals signals = open();
    signals
        .write(
            List.of(new Sample(LIMIT, 1, 1), new Sample(LIMIT, 100, 2), new Sample(BUCKET, 1, 3)))
        .join();

    signals.expire(Instant.ofEpochMilli(100)).join();

    assertThat(signals.series("orders")).containsExactly(LIMIT);
    assertThat(signals.read("orders", Instant.EPOCH, Instant.ofEpochMilli(1_000)))
        .singleElement()
        .extracting(line -> line.value(0))
        .isEqualTo(2.0);
  }

  @Test
  void aSeriesThatWasForgottenMayComeBack() {
    SqliteSignals signals = open();
    signals.write(List.of(new Sample(LIMIT, 1, 1))).join();
    signals.expire(Instant.ofEpochMilli(100)).join();

    signals.write(List.of(new Sample(LIMIT, 200, 2))).join();

    assertThat(signals.series("orders")).containsExactly(LIMIT);
  }

  @Test
  void writesAfterTheEndAreRefused() {
    SqliteSignals signals = SqliteSignals.open(directory, meters);
    signals.close();

    assertThat(signals.write(List.of(new Sample(LIMIT, 1, 1)))).isCompletedExceptionally();
  }

  @Test
  void aNewerFormatIsRefusedByItsNumber() throws SQLException {
    SqliteSignals.open(directory, meters).close();
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("signals.db"))) {
      connection.createStatement().executeUpdate("PRAGMA user_version = 3");
    }

    assertThatThrownBy(this::open).hasMessageContaining("has format 3, this program knows up to 2");
  }

  @Test
  void aFileThatIsNoDatabaseIsNamed() throws IOException {
    Files.writeString(directory.resolve("signals.db"), "not a database".repeat(1_000));

    assertThatThrownBy(this::open).hasMessageContaining("cannot open " + directory);
  }

  private SqliteSignals open() {
    SqliteSignals signals = SqliteSignals.open(directory, meters);
    open.add(signals);
    return signals;
  }
}
