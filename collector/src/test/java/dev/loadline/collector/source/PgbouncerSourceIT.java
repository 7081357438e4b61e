package dev.loadline.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.Required;
import dev.loadline.collector.source.PgbouncerSource.Settings;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.YamlDocument;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real PgBouncer before a real PostgreSQL. */
class PgbouncerSourceIT {
  @TempDir private Path directory;
  private final List<AutoCloseable> open = new ArrayList<>();
  private int port;

  @BeforeEach
  void findPort() throws IOException {
    port = Child.freePort();
  }

  @AfterEach
  void close() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @Test
  void poolsAreCountedAsTheirClientsUseThem() throws Exception {
    EmbeddedPostgres database =
        EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
    open.add(database);
    bouncer(
        "trust",
        "shop = host=127.0.0.1 port=%d dbname=postgres pool_size=2".formatted(database.getPort()));
    Connection first = client();
    open.add(first);
    open.add(client());
    CompletableFuture<Connection> third = CompletableFuture.supplyAsync(this::patientClient);
    Session session = session("");

    await()
        .untilAsserted(
            () ->
                assertThat(Figures.of(session.read()))
                    .containsEntry("pool/bouncer/shop/postgres limit", 2.0)
                    .containsEntry("pool/bouncer/shop/postgres in_use", 2.0)
                    .containsEntry("pool/bouncer/shop/postgres waiting", 1.0)
                    .containsEntry("pool/bouncer/shop in_use", 2.0)
                    .containsEntry("server-connections/bouncer limit", 5.0)
                    .containsEntry("server-connections/bouncer in_use", 3.0)
                    .hasEntrySatisfying(
                        "pool/bouncer/shop/postgres wait{of=longest}",
                        waited -> assertThat(waited).isPositive()));

    first.close();
    open.add(third.join());
  }

  @Test
  void aPasswordIsGivenInBothWays() throws Exception {
    for (String way : List.of("md5", "scram-sha-256")) {
      port = Child.freePort();
      bouncer(way, "");
      Path password = Files.writeString(directory.resolve("password"), "s3cret\n");

      assertThat(Figures.of(session("password_file: " + password).read()))
          .containsEntry("server-connections/bouncer limit", 5.0);

      Files.writeString(password, "wrong");
      SourceException denied =
          catchThrowableOfType(SourceException.class, session("password_file: " + password)::read);
      assertThat(denied.reason()).isEqualTo(Reason.DENIED);
      assertThat(denied).hasMessageNotContaining("wrong");
    }
  }

  @Test
  void theConsoleAnswersWhenThereIsNoRoomForClients() throws Exception {
    bouncer("trust", "");
    for (int i = 0; i < 5; i++) {
      session("").read();
    }

    assertThat(Figures.of(session("").read()))
        .containsEntry("server-connections/bouncer limit", 5.0)
        .containsEntry("server-connections/bouncer in_use", 5.0);
  }

  @Test
  void aPoolerThatStandsStillIsDownInTime() throws Exception {
    Child bouncer = bouncer("trust", "");
    Session session = session("timeout: 300ms");
    session.read();

    bouncer.signal("STOP");
    SourceException silent = catchThrowableOfType(SourceException.class, session::read);
    bouncer.signal("CONT");

    assertThat(silent.reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(silent.known().values()).isEmpty();
    await().untilAsserted(() -> assertThat(session.read().values()).isNotEmpty());
  }

  private Child bouncer(String authentication, String database) throws IOException {
    Path users =
        Files.writeString(
            directory.resolve("users"), "\"loadline\" \"s3cret\"\n\"postgres\" \"\"\n");
    Path settings =
        Files.writeString(
            directory.resolve("pgbouncer.ini"),
            """
            [databases]
            %s
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = %s
            auth_file = %s
            stats_users = loadline
            ignore_startup_parameters = extra_float_digits
            max_client_conn = 5
            """
                .formatted(database, port, authentication, users));
    List<String> command =
        new ArrayList<>(List.of(Required.program("pgbouncer").toString(), settings.toString()));
    if (System.getProperty("user.name").equals("root")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      command.addAll(1, List.of("-u", "nobody"));
    }
    Child child = Child.start(directory.resolve("log"), command);
    open.add(child);
    await()
        .untilAsserted(() -> assertThat(directory.resolve("log")).content().contains("process up"));
    return child;
  }

  private Connection client() throws SQLException {
    Connection client =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%d/shop?user=postgres".formatted(port));
    try (Statement statement = client.createStatement()) {
      statement.execute("SELECT 1");
    }
    return client;
  }

  private Connection patientClient() {
    try {
      return client();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Session session(String more) {
    Session session =
        new PgbouncerSource()
            .session(
                YamlDocument.parse(
                        "test",
                        "service: orders\nname: bouncer\naddress: '127.0.0.1:%d'\nuser: loadline\n%s"
                            .formatted(port, more))
                    .bind(Settings.class));
    open.add(session);
    return session;
  }
}
