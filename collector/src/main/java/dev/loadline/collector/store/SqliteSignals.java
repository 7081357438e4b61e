package dev.loadline.collector.store;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.StateMap;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals in the file {@code signals.db} of a data directory. A write is acknowledged after its
 * transaction was synced; a disk that is full refuses writes, answers reads, and takes writes again
 * when there is room.
 *
 * @see <a href="https://sqlite.org/wal.html">SQLite, write-ahead logging</a>
 */
public final class SqliteSignals implements SignalStore {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteSignals.class);

  private final DirectoryLock lock;
  private final Database database;
  private final Map<Series, Long> ids;
  private final WriterThread writer;
  private final MeterRegistry meters;

  private SqliteSignals(
      DirectoryLock lock,
      Database database,
      Map<Series, Long> ids,
      WriterThread writer,
      MeterRegistry meters) {
    this.lock = lock;
    this.database = database;
    this.ids = ids;
    this.writer = writer;
    this.meters = meters;
    Gauge.builder("loadline.store.bytes", this::bytes)
        .description("of the file and what waits to be merged into it")
        .register(meters);
  }

  /**
   * @throws StoreException where another process has the directory, or the file cannot be used
   */
  public static SqliteSignals open(Path directory, MeterRegistry meters) {
    DirectoryLock lock = DirectoryLock.take(directory);
    Database database = new Database(directory.resolve("signals.db"));
    try {
      Connection connection = database.openForWriting();
      Map<Series, Long> ids = new ConcurrentHashMap<>(SeriesTable.load(connection));
      WriterThread writer = new WriterThread(database, connection, ids, meters);
      return new SqliteSignals(lock, database, ids, writer, meters);
    } catch (SQLException e) {
      lock.close();
      throw new StoreException("cannot open " + database.file(), e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public SortedSet<String> services() {
    SortedSet<String> services = new TreeSet<>();
    ids.keySet().forEach(series -> services.add(series.service()));
    return services;
  }

  @Override
  public List<Series> series(String service) {
    return ids.keySet().stream().filter(series -> series.service().equals(service)).toList();
  }

  @Override
  public List<Line> read(String service, Instant from, Instant to) {
    List<Line> lines = new ArrayList<>();
    try (Connection connection = database.openForReading();
        SeriesReader reader = new SeriesReader(connection, this::corrupt)) {
      for (Map.Entry<Series, Long> entry : ids.entrySet()) {
        if (entry.getKey().service().equals(service)) {
          Line line = reader.read(entry.getKey(), entry.getValue(), from, to);
          if (line.size() > 0) {
            lines.add(line);
          }
        }
      }
    } catch (SQLException e) {
      throw new StoreException("cannot read " + database.file(), e);
    }
    return lines;
  }

  private void corrupt(Series series, ChunkTable.Row row, String reason) {
    meters.counter("loadline.store.corrupt.chunks").increment();
    LOG.error(
        "{}: the chunk from {} to {} of {} is set aside: {}; all others are served",
        database.file(),
        Instant.ofEpochMilli(row.first()),
        Instant.ofEpochMilli(row.last()),
        series,
        reason);
    writer.quarantine(row, reason);
  }

  /** The table of this name; one that nobody wrote to is empty. */
  public StateMap state(String table) {
    return new StateMap() {
      @Override
      public SortedMap<String, String> all() {
        try (Connection connection = database.openForReading()) {
          return StateTable.all(connection, table);
        } catch (SQLException e) {
          throw new StoreException("cannot read " + database.file(), e);
        }
      }

      @Override
      public void put(String key, String value) {
        await(writer.put(table, key, value));
      }

      @Override
      public void remove(String key) {
        await(writer.remove(table, key));
      }
    };
  }

  @Override
  public CompletableFuture<Void> write(List<Sample> samples) {
    return writer.write(samples);
  }

  @Override
  public CompletableFuture<Void> amend(List<Sample> samples) {
    return samples.isEmpty() ? CompletableFuture.completedFuture(null) : writer.amend(samples);
  }

  @Override
  public CompletableFuture<Void> expire(Instant before) {
    return writer.expire(before);
  }

  private static void await(CompletableFuture<Void> change) {
    try {
      change.join();
    } catch (CompletionException e) {
      throw new StoreException("not kept", e.getCause() == null ? e : e.getCause());
    }
  }

  private double bytes() {
    File file = database.file().toFile();
    return file.length() + (double) new File(file + "-wal").length();
  }

  @Override
  public void close() {
    writer.close();
    lock.close();
  }
}
