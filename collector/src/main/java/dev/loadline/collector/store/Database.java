package dev.loadline.collector.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The file and its tables. */
record Database(Path file) {
  private static final int VERSION = 1;

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
      if (version == 0) {
        create(statement);
      }
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      return result.getInt(1);
    }
  }

  private static void create(Statement statement) throws SQLException {
    statement.executeUpdate(
        """
        BEGIN;
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
        COMMIT;
        """);
  }
}
