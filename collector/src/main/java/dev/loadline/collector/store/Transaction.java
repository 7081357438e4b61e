package dev.loadline.collector.store;

import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Batches that reach the disk together; the identities that they bring are known afterwards. */
final class Transaction implements AutoCloseable {
  private final Connection connection;
  private final Map<Series, Long> known;
  private final Heads heads;
  private final Map<Series, Long> added = new HashMap<>();
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final Set<Long> full = new LinkedHashSet<>();

  Transaction(Connection connection, Map<Series, Long> known, Heads heads) {
    this.connection = connection;
    this.known = known;
    this.heads = heads;
  }

  void insert(List<Sample> samples) throws SQLException {
    insert(samples, "INSERT OR IGNORE INTO sample VALUES (?, ?, ?)");
  }

  /** Rows only: what is in a chunk stays as it is. */
  void amend(List<Sample> samples) throws SQLException {
    insert(
        samples,
        "INSERT INTO sample VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
            + " WHERE value <> excluded.value");
  }

  private void insert(List<Sample> samples, String sql) throws SQLException {
    PreparedStatement insert = statements.get(sql);
    if (insert == null) {
      insert = connection.prepareStatement(sql);
      statements.put(sql, insert);
    }
    for (Sample sample : samples) {
      insert(insert, id(sample.series()), sample);
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement each : statements.values()) {
      each.close();
    }
  }

  void put(String table, String key, String value) throws SQLException {
    StateTable.put(connection, table, key, value);
  }

  void remove(String table, String key) throws SQLException {
    StateTable.remove(connection, table, key);
  }

  void commit() throws SQLException {
    connection.commit();
    known.putAll(added);
  }

  /** The series that have enough rows for a chunk now. */
  Set<Long> full() {
    return full;
  }

  private void insert(PreparedStatement insert, long series, Sample sample) throws SQLException {
    Heads.Head head = heads.of(connection, series);
    if (head.isLate(sample.epochMillis())
        && Compaction.has(connection, series, sample.epochMillis())) {
      return;
    }
    insert.setLong(1, series);
    insert.setLong(2, sample.epochMillis());
    insert.setDouble(3, sample.value());
    if (insert.executeUpdate() == 1 && head.grow()) {
      full.add(series);
    }
  }

  private long id(Series series) throws SQLException {
    Long id = known.get(series);
    if (id == null) {
      id = added.get(series);
    }
    if (id == null) {
      id = SeriesTable.insert(connection, series);
      added.put(series, id);
    }
    return id;
  }
}
