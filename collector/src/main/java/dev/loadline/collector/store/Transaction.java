package dev.loadline.collector.store;

import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Batches that reach the disk together; the identities that they bring are known afterwards. */
final class Transaction {
  private final Connection connection;
  private final Map<Series, Long> known;
  private final Map<Series, Long> added = new HashMap<>();

  Transaction(Connection connection, Map<Series, Long> known) {
    this.connection = connection;
    this.known = known;
  }

  void insert(List<Sample> samples) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR IGNORE INTO sample VALUES (?, ?, ?)")) {
      for (Sample sample : samples) {
        insert.setLong(1, id(sample.series()));
        insert.setLong(2, sample.epochMillis());
        insert.setDouble(3, sample.value());
        insert.executeUpdate();
      }
    }
  }

  void commit() throws SQLException {
    connection.commit();
    known.putAll(added);
  }

  private long id(Series series) throws SQLException {
    Long id = known.containsKey(series) ? known.get(series) : added.get(series);
    if (id == null) {
      id = SeriesTable.insert(connection, series);
      added.put(series, id);
    }
    return id;
  }
}
