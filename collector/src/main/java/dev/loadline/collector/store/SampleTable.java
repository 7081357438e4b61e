package dev.loadline.collector.store;

import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;

/** Reads and forgets the samples of one line. */
final class SampleTable {
  private SampleTable() {}

  static Line read(PreparedStatement select, Series series, long id, Instant from, Instant to)
      throws SQLException {
    select.setLong(1, id);
    select.setLong(2, from.toEpochMilli());
    select.setLong(3, to.toEpochMilli());
    long[] times = new long[64];
    double[] values = new double[64];
    int size = 0;
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (size == times.length) {
          times = Arrays.copyOf(times, 2 * size);
          values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = row.getLong(1);
        values[size++] = row.getDouble(2);
      }
    }
    return new Line(series, Arrays.copyOf(times, size), Arrays.copyOf(values, size));
  }

  static PreparedStatement select(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "SELECT time, value FROM sample WHERE series = ? AND time >= ? AND time < ? ORDER BY time");
  }

  static void deleteBefore(Connection connection, long id, Instant before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM sample WHERE series = ? AND time < ?")) {
      delete.setLong(1, id);
      delete.setLong(2, before.toEpochMilli());
      delete.executeUpdate();
    }
  }

  static boolean isEmpty(Connection connection, long id) throws SQLException {
    try (PreparedStatement any =
        connection.prepareStatement("SELECT 1 FROM sample WHERE series = ? LIMIT 1")) {
      any.setLong(1, id);
      try (ResultSet row = any.executeQuery()) {
        return !row.next();
      }
    }
  }
}
