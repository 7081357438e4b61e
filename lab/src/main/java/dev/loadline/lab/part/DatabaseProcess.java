package dev.loadline.lab.part;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A PostgreSQL server of its own in a data directory of its own, which is removed when it stops.
 * Argument: the data directory. Announces its JDBC URL.
 */
public final class DatabaseProcess {
  private DatabaseProcess() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(Path.of(arguments[0]))
            .setCleanDataDirectory(true)
            .setServerConfig("fsync", "off")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
    System.out.println(ChildJvm.READY + server.getJdbcUrl("postgres", "postgres"));
    Lifeline.holdOn(System.in);
  }
}
