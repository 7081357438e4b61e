package dev.loadline.collector.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The file and its tables. */
record Database(Path file) {
  /** What leads from each format to the next one. */
  private static final List<String> STEPS =
      List.of(
          """
          CREATE TABLE series (
            id INTEGER PRIMARY KEY, service TEXT NOT NULL, instance TEXT NOT NULL,
            sensor TEXT NOT NULL, resource TEXT NOT NULL, signal TEXT NOT NULL, part TEXT NOT NULL);
          CREATE TABLE label (
            series INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (series, name)) WITHOUT ROWID;
          CREATE TABLE sample (
            series INTEGER NOT NULL, time INTEGER NOT NULL, value REAL NOT NULL,
            PRIMARY KEY (series, time)) WITHOUT ROWID;
          PRAGMA user_version = 1;
          """,
          """
          CREATE TABLE chunk (
            series INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
            checksum INTEGER NOT NULL, bytes BLOB NOT NULL);
          CREATE UNIQUE INDEX chunk_by_series ON chunk (series, first);
          CREATE TABLE quarantine (
            series INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
            checksum INTEGER NOT NULL, bytes BLOB NOT NULL, reason TEXT NOT NULL);
          CREATE TABLE state (
            "table" TEXT NOT NULL, "key" TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY ("table", "key")) WITHOUT ROWID;
          PRAGMA user_version = 2;
          """);

  private static final int VERSION = STEPS.size();

  Connection openForWriting() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(5_000);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      migrate(connection);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  Connection openForReading() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(5_000);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    connection.setAutoCommit(false);
    return connection;
  }

  private void migrate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version = version(statement);
      if (version > VERSION) {
        throw new StoreException(
            "%s has format %d, this program knows up to %d; use the newer program again"
                .formatted(file, version, VERSION));
      }
      for (int next = version; next < VERSION; next++) {
        statement.executeUpdate("BEGIN;" + STEPS.get(next) + "COMMIT;");
      }
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      return result.getInt(1);
    }
  }
}
