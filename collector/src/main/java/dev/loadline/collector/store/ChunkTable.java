package dev.loadline.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Chunks on the disk; those of one series never overlap. */
final class ChunkTable {
  private ChunkTable() {}

  /** As it lies there, with what is needed to find it again. */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(long series, long first, long last, int checksum, byte[] bytes) {

    Chunk open() throws CorruptException {
      if (Chunk.checksum(series, first, last, bytes) != checksum) {
        throw new CorruptException("its checksum differs");
      }
      return Chunk.decode(bytes);
    }
  }

  static void insert(Connection connection, long series, Chunk chunk) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO chunk VALUES (?, ?, ?, ?, ?)")) {
      byte[] bytes = chunk.encode();
      insert.setLong(1, series);
      insert.setLong(2, chunk.first());
      insert.setLong(3, chunk.last());
      insert.setInt(4, Chunk.checksum(series, chunk.first(), chunk.last(), bytes));
      insert.setBytes(5, bytes);
      insert.executeUpdate();
    }
  }

  static PreparedStatement select(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "SELECT first, last, checksum, bytes FROM chunk"
            + " WHERE series = ?1 AND first < ?2 AND last >= ?3 AND first >= ifnull("
            + "(SELECT max(first) FROM chunk WHERE series = ?1 AND first <= ?3), ?3)"
            + " ORDER BY first");
  }

  /** Those that may hold times from {@code from} (inclusive) to {@code to} (exclusive). */
  static List<Row> rows(PreparedStatement select, long series, long from, long to)
      throws SQLException {
    select.setLong(1, series);
    select.setLong(2, to);
    select.setLong(3, from);
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(new Row(series, row.getLong(1), row.getLong(2), row.getInt(3), row.getBytes(4)));
      }
    }
    return rows;
  }

  /** The last one that begins at or before {@code time}, or the first one of all. */
  static List<Row> at(Connection connection, long series, long time) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT first, last, checksum, bytes FROM chunk WHERE series = ?1 AND first = ifnull("
                + "(SELECT max(first) FROM chunk WHERE series = ?1 AND first <= ?2),"
                + "(SELECT min(first) FROM chunk WHERE series = ?1))")) {
      select.setLong(1, series);
      select.setLong(2, time);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? List.of(
                new Row(series, row.getLong(1), row.getLong(2), row.getInt(3), row.getBytes(4)))
            : List.of();
      }
    }
  }

  /** Where the next chunk begins. */
  static OptionalLong next(Connection connection, Row row) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT first FROM chunk WHERE series = ? AND first > ? ORDER BY first LIMIT 1")) {
      select.setLong(1, row.series);
      select.setLong(2, row.first);
      try (ResultSet next = select.executeQuery()) {
        return next.next() ? OptionalLong.of(next.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  static OptionalLong last(Connection connection, long series) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT last FROM chunk WHERE series = ? ORDER BY first DESC LIMIT 1")) {
      select.setLong(1, series);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  static void delete(Connection connection, long series, long first) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chunk WHERE series = ? AND first = ?")) {
      delete.setLong(1, series);
      delete.setLong(2, first);
      delete.executeUpdate();
    }
  }

  /** Whole chunks only: one that reaches beyond {@code before} stays as it is. */
  static void deleteBefore(Connection connection, long series, long before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM chunk WHERE series = ?1 AND first < ?2 AND last < ?2")) {
      delete.setLong(1, series);
      delete.setLong(2, before);
      delete.executeUpdate();
    }
  }

  /** Out of the way of readers, but kept for whoever wants to look at it. */
  static void quarantine(Connection connection, Row row, String reason) throws SQLException {
    if (!deleted(connection, row)) {
      return;
    }
    try (PreparedStatement keep =
        connection.prepareStatement("INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?)")) {
      keep.setLong(1, row.series);
      keep.setLong(2, row.first);
      keep.setLong(3, row.last);
      keep.setInt(4, row.checksum);
      keep.setBytes(5, row.bytes);
      keep.setString(6, reason);
      keep.executeUpdate();
    }
  }

  /** False where another reader found it first, or it was written anew meanwhile. */
  private static boolean deleted(Connection connection, Row row) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM chunk WHERE series = ? AND first = ? AND checksum = ? AND bytes = ?")) {
      delete.setLong(1, row.series);
      delete.setLong(2, row.first);
      delete.setInt(3, row.checksum);
      delete.setBytes(4, row.bytes);
      return delete.executeUpdate() == 1;
    }
  }
}
