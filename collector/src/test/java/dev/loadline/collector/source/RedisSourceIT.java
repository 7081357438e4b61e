package dev.loadline.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.Required;
import dev.loadline.collector.source.RedisSource.Settings;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisMonitor;
import redis.clients.jedis.exceptions.JedisException;

/** Against a real Redis. */
class RedisSourceIT {
  private static final String CONNECTIONS = "server-connections/cache ";

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
  void clientsMemoryAndQueuesAreRead() throws Exception {
    server("--maxclients", "50", "--maxmemory", "64mb");
    Jedis client = client();
    client.set("there", "1");
    client.get("there");
    client.get("absent");
    client.lpush("celery", "a", "b", "c");
    client.lpush("celery\u0006\u00163", "d");
    client.lpush("celery\u0006\u00169", "e", "f");
    client.hset("unacked", Map.of("1", "x", "2", "y"));
    client.set("wrong", "not a list");
    client();

    Reading reading = session("celery: [celery, wrong]").read();

    assertThat(Figures.of(reading))
        .containsEntry(CONNECTIONS + "limit", 50.0)
        .containsEntry(CONNECTIONS + "in_use", 2.0)
        .containsEntry(CONNECTIONS + "in_use{state=blocked}", 0.0)
        .containsEntry(CONNECTIONS + "rejected", 0.0)
        .containsEntry("memory/cache limit", 67_108_864.0)
        .containsEntry("cache/cache hits", 1.0)
        .containsEntry("cache/cache misses", 1.0)
        .containsEntry("server-cpu/cache limit", 1.0)
        .containsEntry("queue/celery waiting", 6.0)
        .containsEntry("queue/cache/unacked in_use", 2.0)
        .doesNotContainKey("queue/wrong waiting")
        .hasEntrySatisfying("memory/cache in_use", used -> assertThat(used).isGreaterThan(500_000))
        .hasEntrySatisfying("server-cpu/cache in_use_seconds", s -> assertThat(s).isPositive());
    assertThat(reading.notes())
        .containsExactly(
            "queue wrong: WRONGTYPE Operation against a key holding the wrong kind of value");
  }

  @Test
  void nothingIsSentButWhatReads() throws Exception {
    server();
    Jedis last = client();
    Queue<String> seen = monitor();
    Session session = session("celery: [celery]\nconfig: true");

    for (int i = 0; i < 3; i++) {
      session.read();
    }
    last.set("the", "end");
    await().until(() -> seen.stream().anyMatch(line -> line.contains("\"the\"")));

    assertThat(seen)
        .map(line -> line.replaceFirst("^[^\"]*\"([^\"]*)\".*", "$1"))
        .containsOnly("INFO", "LLEN", "HLEN", "SET");
  }

  @Test
  void aServerThatAsksForAPasswordIsDown() throws Exception {
    server("--requirepass", "s3cret");
    Path password = Files.writeString(directory.resolve("password"), "wrong");

    SourceException nothing = failure("");
    assertThat(nothing.reason()).isEqualTo(Reason.DENIED);
    assertThat(nothing).hasMessage("NOAUTH Authentication required.");
    assertThat(nothing.known().values()).isEmpty();

    SourceException wrong = failure("password_file: " + password);
    assertThat(wrong.reason()).isEqualTo(Reason.DENIED);
    assertThat(wrong.patience()).isEqualTo(Duration.ofSeconds(30));
    assertThat(wrong).hasMessageStartingWith("WRONGPASS");

    Files.writeString(password, "s3cret\n");
    assertThat(session("password_file: " + password).read().values()).isNotEmpty();
  }

  @Test
  void whatAUserMayNotIsSaid() throws Exception {
    server();
    client().aclSetUser("loadline", "on", "nopass", "+info", "~*");
    Path password = Files.writeString(directory.resolve("password"), "any");

    Reading reading =
        session("user: loadline\ncelery: [celery]\npassword_file: " + password).read();

    assertThat(Figures.of(reading)).containsEntry(CONNECTIONS + "in_use", 1.0);
    assertThat(reading.notes()).hasSize(2).first().asString().startsWith("queue celery: NOPERM");
  }

  @Test
  void aServerThatStandsStillIsDownInTimeAndComesBack() throws Exception {
    Child server = server();
    Session session = session("timeout: 300ms");
    session.read();

    server.signal("STOP");
    SourceException silent = catchThrowableOfType(SourceException.class, session::read);
    server.signal("CONT");

    assertThat(silent.reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(silent.known().values()).isEmpty();
    await().untilAsserted(() -> assertThat(session.read().values()).isNotEmpty());
  }

  @Test
  void aServerThatLoadsIsDown() throws Exception {
    Child first = server();
    try (Jedis client = client()) {
      for (int i = 0; i < 3; i++) {
        client.eval(
            "for i = 1, 10000 do redis.call('set', KEYS[1] .. i, 'x') end", 1, "key" + i + "/");
      }
      client.save();
    }
    first.close();
    launch("--key-load-delay", "500", "--loading-process-events-interval-bytes", "1024");

    await()
        .untilAsserted(
            () -> {
              SourceException loading = failure("");
              assertThat(loading.reason()).isEqualTo(Reason.NOT_READY);
              assertThat(loading).hasMessage("LOADING: it reads its data set");
              assertThat(loading.known().values()).isEmpty();
            });
  }

  @Test
  void aServerWithoutRoomIsFull() throws Exception {
    server("--maxclients", "2");
    client();
    client();

    SourceException full = failure("");

    assertThat(full.reason()).isEqualTo(Reason.FULL);
    assertThat(Figures.of(full.known()))
        .containsExactly(Map.entry(CONNECTIONS + "utilisation", 1.0));
  }

  private SourceException failure(String more) {
    return catchThrowableOfType(SourceException.class, session(more)::read);
  }

  private Queue<String> monitor() {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    Jedis watcher = client();
    Jedis other = client();
    Thread thread =
        new Thread(
            () -> {
              try {
                watcher.monitor(
                    new JedisMonitor() {
                      @Override
                      public void onCommand(String command) {
                        seen.add(command);
                      }
                    });
              } catch (JedisException closed) {
                seen.add("closed");
              }
            });
    thread.setDaemon(true);
    thread.start();
    await()
        .until(
            () -> {
              other.set("ready?", "1");
              return !seen.isEmpty();
            });
    return seen;
  }

  private Child server(String... more) throws IOException {
    Child child = launch(more);
    await()
        .ignoreExceptionsInstanceOf(JedisException.class)
        .until(
            () -> {
              try (Jedis client = new Jedis("127.0.0.1", port)) {
                client.getConnection().sendCommand(redis.clients.jedis.Protocol.Command.PING);
                client.getConnection().getOne();
                return true;
              } catch (redis.clients.jedis.exceptions.JedisDataException e) {
                return true;
              }
            });
    return child;
  }

  private Child launch(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Required.program("redis-server").toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--save",
                ""));
    command.addAll(List.of(more));
    Child child = Child.start(directory.resolve("log"), command);
    open.add(child);
    return child;
  }

  private Jedis client() {
    Jedis client = new Jedis("127.0.0.1", port);
    client.ping();
    open.add(client);
    return client;
  }

  private Session session(String more) {
    Session session =
        new RedisSource()
            .session(
                YamlDocument.parse(
                        "test",
                        "service: orders\nname: cache\naddress: '127.0.0.1:%d'\n%s"
                            .formatted(port, more))
                    .bind(Settings.class));
    open.add(session);
    return session;
  }
}
