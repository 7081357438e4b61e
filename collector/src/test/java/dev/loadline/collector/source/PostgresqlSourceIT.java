package dev.loadline.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.scrape.TargetState;
import dev.loadline.collector.scrape.TargetState.Health;
import dev.loadline.collector.source.PostgresqlSource.Settings;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.Chosen;
import dev.loadline.collector.yaml.YamlDocument;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/** Against a real PostgreSQL with room for 20, of which 3 and 2 are kept for its masters. */
class PostgresqlSourceIT {
  private static final String IN_USE = "server-connections/pg in_use";
  private static EmbeddedPostgres server;
  private final List<Connection> clients = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "20")
            .setServerConfig("superuser_reserved_connections", "3")
            .setServerConfig("reserved_connections", "2")
            .setServerConfig("fsync", "off")
            .setPGStartupWait(Duration.ofMinutes(2))
            .start();
    try (Connection master = connect("postgres", "setup");
        Statement statement = master.createStatement()) {
      statement.execute("CREATE ROLE loadline LOGIN");
      statement.execute("GRANT pg_monitor TO loadline");
      statement.execute("CREATE ROLE plain LOGIN");
      statement.execute("CREATE ROLE shop LOGIN CONNECTION LIMIT 6");
      statement.execute("CREATE ROLE one LOGIN CONNECTION LIMIT 1");
      statement.execute("CREATE TABLE stock (item int)");
      statement.execute("GRANT ALL ON stock TO shop");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @AfterEach
  void hangUp() throws SQLException {
    sessions.forEach(Session::close);
    for (Connection client : clients) {
      client.close();
    }
    await()
        .untilAsserted(
            () -> {
              try (Connection master = connect("postgres", "check")) {
                assertThat(count(master, "application_name <> 'check'")).isZero();
              }
            });
  }

  @Test
  void everySessionIsCountedAndOursIsNot() throws Exception {
    clients(3, "shop", "web");
    clients(2, "shop", "jobs");
    Connection busy = clients(1, "postgres", "report").get(0);
    busy.setAutoCommit(false);
    try (Statement statement = busy.createStatement()) {
      statement.execute("SELECT 1");
    }

    Map<String, Double> figures = Figures.of(session("loadline").read());

    assertThat(figures)
        .containsEntry("server-connections/pg limit", 15.0)
        .containsEntry(IN_USE, 6.0)
        .containsEntry(IN_USE + "{application=web}", 3.0)
        .containsEntry(IN_USE + "{application=jobs}", 2.0)
        .containsEntry(IN_USE + "{application=report}", 1.0)
        .containsEntry(IN_USE + "{state=idle}", 5.0)
        .containsEntry(IN_USE + "{state=idle in transaction}", 1.0)
        .containsEntry("server-connections/pg/role/shop limit", 6.0)
        .containsEntry("server-connections/pg/role/shop in_use", 5.0)
        .containsEntry("server-cpu/pg in_use", 0.0)
        .containsEntry("server-cpu/pg waiting{wait=lock}", 0.0)
        .containsKey("cache/pg/buffers hits");
  }

  @Test
  void aRoleThatMayNotLookCountsAllTheSameAndSaysWhatItMisses() throws Exception {
    clients(4, "shop", "web");

    Reading reading = session("plain").read();

    assertThat(Figures.of(reading))
        .containsEntry(IN_USE, 4.0)
        .doesNotContainKey("server-cpu/pg in_use");
    assertThat(reading.notes())
        .containsExactly("what 4 sessions of others do is hidden; GRANT pg_monitor TO plain");
  }

  @Test
  void aSuperuserIsWarnedOf() throws Exception {
    assertThat(session("postgres").read().notes())
        .containsExactly(
            "postgres is a superuser; give Loadline a role of its own with pg_monitor");
  }

  @Test
  void aLockedTableNeitherHoldsUsUpNorMultipliesUs() throws Exception {
    Connection holder = clients(1, "postgres", "holder").get(0);
    holder.setAutoCommit(false);
    lock(holder, "stock");
    List<Connection> blocked = clients(2, "shop", "blocked");
    List<CompletableFuture<Void>> waiting = blocked.stream().map(this::insert).toList();
    Session session = session("loadline");

    await()
        .untilAsserted(
            () ->
                assertThat(Figures.of(session.read()))
                    .containsEntry("server-cpu/pg waiting{wait=lock}", 2.0)
                    .containsEntry("server-cpu/pg in_use", 0.0));
    assertThat(count(holder, "application_name = 'loadline'")).isEqualTo(1);

    holder.rollback();
    CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).join();
  }

  @Test
  void aLockedCatalogueIsGivenUpWithinTheLimitsAndKeepsTheOneSession() throws Exception {
    Session session = session("loadline");
    session.read();
    Connection holder = clients(1, "postgres", "holder").get(0);
    holder.setAutoCommit(false);
    lock(holder, "pg_catalog.pg_database");

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(session::read)
          .isInstanceOf(SourceException.class)
          .hasMessage("ERROR: canceling statement due to lock timeout")
          .extracting(e -> ((SourceException) e).reason())
          .isEqualTo(Reason.TIMEOUT);
    }
    holder.rollback();

    assertThat(Figures.of(session.read())).containsEntry(IN_USE, 1.0);
    assertThat(count(holder, "application_name = 'loadline'")).isEqualTo(1);
  }

  @Test
  void aFullServerIsReportedFullAndLeftAlone() throws Exception {
    clients(6, "shop", "web");
    clients(9, "plain", "web");
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    List<Double> kept = new ArrayList<>();
    Vertx vertx = Vertx.vertx();
    Sources sources =
        new Sources(
            vertx,
            List.of(new Chosen<>(new PostgresqlSource(), settings("loadline"))),
            Duration.ofMillis(100),
            samples -> {
              samples.forEach(sample -> kept.add(sample.value()));
              return CompletableFuture.completedFuture(null);
            },
            meters,
            InstantSource.system());
    try {
      await().until(() -> state(sources).health() == Health.DOWN);
      assertThat(state(sources).reason())
          .isEqualTo(
              "full: FATAL: remaining connection slots are reserved for roles with privileges of"
                  + " the \"pg_use_reserved_connections\" role");
      assertThat(kept).containsExactly(1.0);
      await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofMinutes(3))
          .until(
              () ->
                  meters
                          .counter(
                              "loadline.source.failures", "source", "postgresql", "reason", "full")
                          .count()
                      == 1);
    } finally {
      sources.close().await();
      vertx.close().await();
    }
  }

  @Test
  void whatIsFullIsTold() throws Exception {
    clients(1, "one", "web");
    assertThat(full("one"))
        .containsExactly(Map.entry("server-connections/pg/role/one utilisation", 1.0));

    clients(6, "shop", "web");
    clients(8, "plain", "web");
    assertThat(full("loadline"))
        .containsExactly(Map.entry("server-connections/pg utilisation", 1.0));

    clients(5, "postgres", "masters");
    assertThat(full("postgres"))
        .containsExactly(Map.entry("server-connections/pg utilisation", 1.0));
  }

  @Test
  void replicasAreMeasuredInBytesThatTheyAreBehind() throws Exception {
    Properties properties = new Properties();
    PGProperty.USER.set(properties, "postgres");
    PGProperty.REPLICATION.set(properties, "true");
    PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "10");
    PGProperty.APPLICATION_NAME.set(properties, "replica-1");
    try (Connection replica = DriverManager.getConnection(url("postgres"), properties)) {
      var stream =
          replica
              .unwrap(PGConnection.class)
              .getReplicationAPI()
              .replicationStream()
              .physical()
              .withStartPosition(org.postgresql.replication.LogSequenceNumber.valueOf("0/1000000"))
              .withStatusInterval(1, java.util.concurrent.TimeUnit.SECONDS)
              .start();
      stream.setAppliedLSN(org.postgresql.replication.LogSequenceNumber.valueOf("0/1000000"));
      stream.setFlushedLSN(org.postgresql.replication.LogSequenceNumber.valueOf("0/1000000"));
      stream.forceUpdateStatus();
      Session session = session("loadline");
      await()
          .untilAsserted(
              () ->
                  assertThat(Figures.of(session.read()))
                      .hasEntrySatisfying(
                          "queue/pg/replication bytes{replica=replica-1}",
                          behind -> assertThat(behind).isGreaterThan(1_000_000)));
      assertThat(Figures.of(session.read())).containsEntry(IN_USE, 0.0);
      stream.close();
    }
  }

  @Test
  void aServerThatIsNotThereIsDown() {
    Session session =
        new PostgresqlSource()
            .session(yaml("{service: orders, address: '127.0.0.1:1', user: loadline}"));

    assertThatThrownBy(session::read)
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("127.0.0.1:1")
        .extracting(e -> ((SourceException) e).reason())
        .isEqualTo(Reason.CONNECT);
  }

  private Map<String, Double> full(String user) {
    SourceException failure = catchThrowableOfType(SourceException.class, session(user)::read);
    assertThat(failure.reason()).isEqualTo(Reason.FULL);
    assertThat(failure.patience()).isEqualTo(Duration.ofSeconds(30));
    return Figures.of(failure.known());
  }

  private static TargetState state(Sources sources) {
    return sources.states().get(0);
  }

  private CompletableFuture<Void> insert(Connection client) {
    return CompletableFuture.runAsync(
        () -> {
          try (Statement statement = client.createStatement()) {
            statement.execute("INSERT INTO stock VALUES (1)");
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void lock(Connection holder, String table) throws SQLException {
    try (Statement statement = holder.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
  }

  private static int count(Connection client, String condition) throws SQLException {
    try (Statement statement = client.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND "
                    + condition)) {
      row.next();
      return row.getInt(1);
    }
  }

  private List<Connection> clients(int number, String user, String application)
      throws SQLException {
    List<Connection> opened = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      opened.add(connect(user, application));
    }
    clients.addAll(opened);
    return opened;
  }

  private static Connection connect(String user, String application) throws SQLException {
    return DriverManager.getConnection(url(user) + "&ApplicationName=" + application);
  }

  private static String url(String user) {
    return server.getJdbcUrl(user, "postgres");
  }

  private Session session(String user) {
    Session session = new PostgresqlSource().session(settings(user));
    sessions.add(session);
    return session;
  }

  private static Settings settings(String user) {
    return yaml(
        "{service: orders, name: pg, address: '127.0.0.1:%d', user: %s}"
            .formatted(server.getPort(), user));
  }

  private static Settings yaml(String text) {
    return YamlDocument.parse("test", text).bind(Settings.class);
  }
}
