package dev.loadline.collector.store;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.SignalReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Signals in the file {@code signals.db} of a data directory. A write is acknowledged after its
 * transaction was synced; a disk that is full refuses writes, answers reads, and takes writes again
 * when there is room.
 *
 * @see <a href="https://sqlite.org/wal.html">SQLite, write-ahead logging</a>
 */
public final class SqliteSignals implements SignalReader, SignalWriter, AutoCloseable {
  private final DirectoryLock lock;
  private final Database database;
  private final Map<Series, Long> ids;
  private final WriterThread writer;

  private SqliteSignals(
      DirectoryLock lock, Database database, Map<Series, Long> ids, WriterThread writer) {
    this.lock = lock;
    this.database = database;
    this.ids = ids;
    this.writer = writer;
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
      return new SqliteSignals(lock, database, ids, writer);
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
        PreparedStatement select = SampleTable.select(connection)) {
      for (Map.Entry<Series, Long> entry : ids.entrySet()) {
        if (entry.getKey().service().equals(service)) {
          Line line = SampleTable.read(select, entry.getKey(), entry.getValue(), from, to);
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

  @Override
  public CompletableFuture<Void> write(List<Sample> samples) {
    return writer.write(samples);
  }

  /** Forgets what is older; lines without any sample left go too. */
  public CompletableFuture<Void> expire(Instant before) {
    return writer.expire(before);
  }

  @Override
  public void close() {
    writer.close();
    lock.close();
  }
}
