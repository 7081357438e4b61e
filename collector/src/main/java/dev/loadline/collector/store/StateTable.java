package dev.loadline.collector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named tables of text by key. */
final class StateTable {
  private StateTable() {}

  static void put(Connection connection, String table, String key, String value)
      throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement("INSERT OR REPLACE INTO state VALUES (?, ?, ?)")) {
      put.setString(1, table);
      put.setString(2, key);
      put.setString(3, value);
      put.executeUpdate();
    }
  }

  static void remove(Connection connection, String table, String key) throws SQLException {
    try (PreparedStatement remove =
        connection.prepareStatement("DELETE FROM state WHERE \"table\" = ? AND \"key\" = ?")) {
      remove.setString(1, table);
      remove.setString(2, key);
      remove.executeUpdate();
    }
  }

  static SortedMap<String, String> all(Connection connection, String table) throws SQLException {
    SortedMap<String, String> all = new TreeMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT \"key\", value FROM state WHERE \"table\" = ?")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          all.put(row.getString(1), row.getString(2));
        }
      }
    }
    return all;
  }
}
