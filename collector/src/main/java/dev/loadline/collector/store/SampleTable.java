package dev.loadline.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The latest samples, a row each, until they become a chunk. */
final class SampleTable {
  private SampleTable() {}

  static PreparedStatement select(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "SELECT time, value FROM sample WHERE series = ? AND time >= ? AND time < ? ORDER BY time");
  }

  static void read(PreparedStatement select, long series, long from, long to, Gathering samples)
      throws SQLException {
    select.setLong(1, series);
    select.setLong(2, from);
    select.setLong(3, to);
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        samples.add(row.getLong(1), row.getDouble(2));
      }
    }
  }

  static int count(Connection connection, long series) throws SQLException {
    try (PreparedStatement count =
        connection.prepareStatement("SELECT count(*) FROM sample WHERE series = ?")) {
      count.setLong(1, series);
      try (ResultSet row = count.executeQuery()) {
        return row.getInt(1);
      }
    }
  }

  static void deleteBefore(Connection connection, long series, long before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM sample WHERE series = ? AND time < ?")) {
      delete.setLong(1, series);
      delete.setLong(2, before);
      delete.executeUpdate();
    }
  }

  static void deleteAll(Connection connection, long series) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM sample WHERE series = ?")) {
      delete.setLong(1, series);
      delete.executeUpdate();
    }
  }
}
