package dev.loadline.collector.store;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The identities of all lines, on the disk. */
final class SeriesTable {
  private SeriesTable() {}

  static Map<Series, Long> load(Connection connection) throws SQLException {
    Map<Long, SortedMap<String, String>> labels = labels(connection);
    Map<Series, Long> ids = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM series")) {
      while (row.next()) {
        long id = row.getLong("id");
        ids.put(series(row, labels.getOrDefault(id, new TreeMap<>())), id);
      }
    }
    return ids;
  }

  static long insert(Connection connection, Series series) throws SQLException {
    long id = insertRow(connection, series);
    try (PreparedStatement label =
        connection.prepareStatement("INSERT INTO label VALUES (?, ?, ?)")) {
      for (Map.Entry<String, String> entry : series.labels().entrySet()) {
        label.setLong(1, id);
        label.setString(2, entry.getKey());
        label.setString(3, entry.getValue());
        label.executeUpdate();
      }
    }
    return id;
  }

  static void delete(Connection connection, long id) throws SQLException {
    for (String sql :
        new String[] {"DELETE FROM label WHERE series = ?", "DELETE FROM series WHERE id = ?"}) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setLong(1, id);
        delete.executeUpdate();
      }
    }
  }

  private static long insertRow(Connection connection, Series series) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO series (service, instance, sensor, resource, signal, part)"
                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id")) {
      row.setString(1, series.service());
      row.setString(2, series.instance());
      row.setString(3, series.sensor());
      row.setString(4, series.resource().toString());
      row.setString(5, series.signal().label());
      row.setString(6, series.part().name());
      try (ResultSet id = row.executeQuery()) {
        return id.getLong(1);
      }
    }
  }

  private static Map<Long, SortedMap<String, String>> labels(Connection connection)
      throws SQLException {
    Map<Long, SortedMap<String, String>> labels = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM label")) {
      while (row.next()) {
        labels
            .computeIfAbsent(row.getLong("series"), unused -> new TreeMap<>())
            .put(text(row, "name"), text(row, "value"));
      }
    }
    return labels;
  }

  private static Series series(ResultSet row, SortedMap<String, String> labels)
      throws SQLException {
    return new Series(
        text(row, "service"),
        text(row, "instance"),
        text(row, "sensor"),
        Resource.parse(text(row, "resource")),
        Signal.of(text(row, "signal")).orElseThrow(),
        Part.valueOf(text(row, "part")),
        labels);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }
}
