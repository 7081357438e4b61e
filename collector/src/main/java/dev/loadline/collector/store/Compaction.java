package dev.loadline.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the rows of a series into chunks, inside the caller's transaction. Rows that came late go
 * into the chunk where they belong, and new ones into the last chunk until it is full; of two
 * samples for one time the one in the chunk is older and stays.
 */
final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

  private final Connection connection;
  private final long series;

  Compaction(Connection connection, long series) {
    this.connection = connection;
    this.series = series;
  }

  void run() throws SQLException {
    SortedMap<Long, Double> rows = rows();
    while (!rows.isEmpty() && merge(rows)) {}
    insert(rows);
    SampleTable.deleteAll(connection, series);
  }

  private SortedMap<Long, Double> rows() throws SQLException {
    try (PreparedStatement select = SampleTable.select(connection)) {
      Gathering rows = new Gathering();
      SampleTable.read(select, series, Long.MIN_VALUE, Long.MAX_VALUE, rows);
      return rows.byTime();
    }
  }

  /** Moves the earliest rows into the chunk where they belong; false where there is none. */
  private boolean merge(SortedMap<Long, Double> rows) throws SQLException {
    for (ChunkTable.Row row : ChunkTable.at(connection, series, rows.firstKey())) {
      try {
        return merge(rows, row, row.open());
      } catch (CorruptException e) {
        setAside(row, String.valueOf(e.getMessage()));
        return true;
      }
    }
    return false;
  }

  private boolean merge(SortedMap<Long, Double> rows, ChunkTable.Row row, Chunk chunk)
      throws SQLException {
    OptionalLong next = ChunkTable.next(connection, row);
    if (next.isEmpty() && rows.firstKey() > row.last() && chunk.size() >= Chunk.SIZE) {
      return false;
    }
    SortedMap<Long, Double> moved = next.isEmpty() ? rows : rows.headMap(next.getAsLong());
    Gathering merged = new Gathering();
    merged.add(chunk, Long.MIN_VALUE, Long.MAX_VALUE);
    moved.forEach(merged::add);
    ChunkTable.delete(connection, series, row.first());
    insert(merged.byTime());
    moved.clear();
    return true;
  }

  private void setAside(ChunkTable.Row row, String reason) throws SQLException {
    LOG.error(
        "series {}: the chunk from {} to {} is set aside: {}",
        series,
        Instant.ofEpochMilli(row.first()),
        Instant.ofEpochMilli(row.last()),
        reason);
    ChunkTable.quarantine(connection, row, reason);
  }

  /** In even parts, so that a chunk that grew by one does not leave one alone. */
  private void insert(SortedMap<Long, Double> samples) throws SQLException {
    Chunk all = Chunk.of(samples);
    int parts = Math.max(1, Math.round((float) all.size() / Chunk.SIZE));
    for (int i = 0; i < parts && all.size() > 0; i++) {
      int from = (int) ((long) all.size() * i / parts);
      int to = (int) ((long) all.size() * (i + 1) / parts);
      ChunkTable.insert(connection, series, all.part(from, to));
    }
  }

  /** Whether a chunk has this time already. */
  static boolean has(Connection connection, long series, long time) throws SQLException {
    for (ChunkTable.Row row : ChunkTable.at(connection, series, time)) {
      try {
        return row.first() <= time && time <= row.last() && row.open().has(time);
      } catch (CorruptException e) {
        return false;
      }
    }
    return false;
  }
}
