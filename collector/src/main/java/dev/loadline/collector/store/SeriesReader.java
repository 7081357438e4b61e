package dev.loadline.collector.store;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Reads series after series, chunks first, all as of one moment. */
final class SeriesReader implements AutoCloseable {
  private final PreparedStatement chunks;
  private final PreparedStatement samples;
  private final Corruption corruption;

  SeriesReader(Connection connection, Corruption corruption) throws SQLException {
    this.chunks = ChunkTable.select(connection);
    this.samples = SampleTable.select(connection);
    this.corruption = corruption;
  }

  /** Is told of chunks that cannot be read. */
  interface Corruption {
    void found(Series series, ChunkTable.Row row, String reason);
  }

  Line read(Series series, long id, Instant from, Instant to) throws SQLException {
    long first = epochMillis(from);
    long end = epochMillis(to);
    Gathering found = new Gathering();
    for (ChunkTable.Row row : ChunkTable.rows(chunks, id, first, end)) {
      try {
        found.add(row.open(), first, end);
      } catch (CorruptException e) {
        corruption.found(series, row, String.valueOf(e.getMessage()));
      }
    }
    SampleTable.read(samples, id, first, end, found);
    return found.line(series);
  }

  /** The furthest that a number of milliseconds reaches, where a time lies beyond. */
  private static long epochMillis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException e) {
      return time.isAfter(Instant.EPOCH) ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
  }

  @Override
  public void close() throws SQLException {
    try (samples) {
      chunks.close();
    }
  }
}
