package dev.loadline.collector.source;

import com.google.auto.service.AutoService;
import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.Default;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis or Valkey node, and the queues that Celery keeps in it: {@code redis: {service: orders,
 * address: "127.0.0.1:6379", celery: [celery]}}.
 *
 * <p>50 clients, ours among them, of {@code maxclients} 10000 are {@code server-connections/cache}
 * in use 49 and limit 10000. One thread runs all commands: {@code server-cpu/cache} has limit 1.
 *
 * @see <a href="https://redis.io/docs/latest/commands/info/">Redis, INFO</a>
 */
@SuppressWarnings("rawtypes")
@AutoService(Source.class)
public final class RedisSource implements Source<RedisSource.Settings> {

  /**
   * @param name of the server in resources; its address where nothing is said
   * @param database in which Celery keeps its queues
   * @param celery names of queues
   * @param celeryPrefix {@code global_keyprefix} of Celery's broker
   * @param config whether {@code CONFIG GET} may be asked for what {@code INFO} does not tell
   * @param timeout for the connect, and for each answer
   */
  public record Settings(
      String service,
      String address,
      @Nullable String name,
      @Nullable String user,
      @Nullable Path passwordFile,
      @Default("false") boolean tls,
      @Default("0") int database,
      @Default("[]") List<String> celery,
      @Default("''") String celeryPrefix,
      @Default("false") boolean config,
      @Default("2s") Duration timeout) {
    private static final int MAX_QUEUES = 100;

    public Settings {
      Address.parse(address);
      if (celery.size() > MAX_QUEUES) {
        throw new IllegalArgumentException("at most " + MAX_QUEUES + " queues are counted");
      }
      if (database < 0) {
        throw new IllegalArgumentException("a database is 0 or above");
      }
    }

    String server() {
      return name == null ? address : name;
    }
  }

  /** All that is ever sent, beside AUTH and SELECT. */
  private enum Query {
    INFO(Command.INFO),
    CONFIG_GET(Command.CONFIG),
    LENGTH(Command.LLEN),
    UNACKNOWLEDGED(Command.HLEN);

    private final Command command;

    Query(Command command) {
      this.command = command;
    }

    void send(Connection connection, String... arguments) {
      Stream<String> all = Stream.of(arguments);
      connection.sendCommand(
          command,
          (this == CONFIG_GET ? Stream.concat(Stream.of("GET"), all) : all).toArray(String[]::new));
    }
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Session session(Settings settings) {
    return new Open(settings);
  }

  /** What {@code INFO} means; fields that a version does not have give nothing. */
  static void info(String server, Map<String, String> info, Reading.Builder reading) {
    Resource connections = new Resource(ResourceKind.SERVER_CONNECTIONS, server);
    Resource memory = new Resource(ResourceKind.MEMORY, server);
    Resource cache = new Resource(ResourceKind.CACHE, server);
    Resource cpu = new Resource(ResourceKind.SERVER_CPU, server);
    number(info, "maxclients").ifPresent(limit -> limit(reading, connections, limit));
    number(info, "connected_clients")
        .ifPresent(all -> reading.put(connections, Signal.IN_USE, Math.max(0, all - 1)));
    number(info, "blocked_clients")
        .ifPresent(
            blocked ->
                reading.add(connections, Signal.IN_USE, Map.of("state", "blocked"), blocked));
    put(reading, connections, Signal.REJECTED, info, "rejected_connections");
    number(info, "maxmemory").ifPresent(limit -> limit(reading, memory, limit));
    put(reading, memory, Signal.IN_USE, info, "used_memory");
    put(reading, cache, Signal.HITS, info, "keyspace_hits");
    put(reading, cache, Signal.MISSES, info, "keyspace_misses");
    put(reading, cpu, Signal.ACQUIRED, info, "total_commands_processed");
    OptionalDouble system = number(info, "used_cpu_sys_main_thread");
    OptionalDouble user = number(info, "used_cpu_user_main_thread");
    if (system.isPresent() && user.isPresent()) {
      reading.put(cpu, Signal.LIMIT, 1);
      reading.put(cpu, Signal.IN_USE_SECONDS, system.getAsDouble() + user.getAsDouble());
    } else {
      reading.note("INFO does not tell the main thread's CPU; Redis does from version 6.2");
    }
  }

  /** {@code maxmemory} 0 is no limit. */
  private static void limit(Reading.Builder reading, Resource resource, double limit) {
    if (limit > 0) {
      reading.put(resource, Signal.LIMIT, limit);
    }
  }

  private static void put(
      Reading.Builder reading,
      Resource resource,
      Signal signal,
      Map<String, String> info,
      String field) {
    number(info, field).ifPresent(value -> reading.put(resource, signal, value));
  }

  private static OptionalDouble number(Map<String, String> info, String field) {
    try {
      String text = info.get(field);
      return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** Lines {@code name:value}; sections begin with a hash. */
  static Map<String, String> fields(String text) {
    Map<String, String> fields = new HashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
              }
            });
    return fields;
  }

  /** One node and our connection to it. */
  private static final class Open implements Session {
    /** How Celery names the lists of priorities above 0, which share their queue's name. */
    private static final List<String> PRIORITIES =
        List.of("", "\u0006\u00163", "\u0006\u00166", "\u0006\u00169");

    private final Settings settings;
    private @Nullable Connection connection;

    Open(Settings settings) {
      this.settings = settings;
    }

    @Override
    public Origin origin() {
      return Origin.of(settings.service(), Address.parse(settings.address()), "redis");
    }

    @Override
    public Reading read() throws SourceException {
      try {
        Connection open = connection == null ? connect() : connection;
        connection = open;
        return read(open);
      } catch (JedisException e) {
        close();
        throw told(e);
      }
    }

    @Override
    public void close() {
      Connection last = connection;
      connection = null;
      if (last != null) {
        last.disconnect();
      }
    }

    private Connection connect() throws SourceException {
      int millis = (int) settings.timeout().toMillis();
      Address address = Address.parse(settings.address());
      DefaultJedisClientConfig config =
          DefaultJedisClientConfig.builder()
              .connectionTimeoutMillis(millis)
              .socketTimeoutMillis(millis)
              .user(settings.user())
              .password(new Secret(settings.passwordFile()).read())
              .database(settings.database())
              .sslOptions(settings.tls() ? SslOptions.defaults() : null)
              .serverDefaultProtocol()
              .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
              .build();
      return new Connection(new HostAndPort(address.bareHost(), address.port()), config);
    }

    private Reading read(Connection open) throws SourceException {
      Reading.Builder reading = new Reading.Builder();
      Query.INFO.send(open);
      Map<String, String> info = fields(open.getBulkReply());
      if ("1".equals(info.get("loading"))) {
        throw new SourceException(Reason.NOT_READY, "LOADING: it reads its data set");
      }
      if (settings.config()) {
        configured(open, "maxclients", info, reading);
        configured(open, "maxmemory", info, reading);
      }
      info(settings.server(), info, reading);
      settings.celery().forEach(queue -> queue(open, queue, reading));
      if (!settings.celery().isEmpty()) {
        unacknowledged(open, reading);
      }
      return reading.build();
    }

    private static void configured(
        Connection open, String key, Map<String, String> info, Reading.Builder reading) {
      if (info.containsKey(key)) {
        return;
      }
      try {
        Query.CONFIG_GET.send(open, key);
        List<String> answer = open.getMultiBulkReply();
        if (answer.size() == 2) {
          info.put(key, answer.get(1));
        }
      } catch (JedisDataException e) {
        reading.note("CONFIG GET " + key + ": " + e.getMessage());
      }
    }

    private void queue(Connection open, String queue, Reading.Builder reading) {
      try {
        double waiting = 0;
        for (String priority : PRIORITIES) {
          Query.LENGTH.send(open, settings.celeryPrefix() + queue + priority);
          waiting += open.getIntegerReply();
        }
        reading.put(new Resource(ResourceKind.QUEUE, queue), Signal.WAITING, waiting);
      } catch (JedisDataException e) {
        reading.note("queue " + queue + ": " + e.getMessage());
      }
    }

    /** Tasks of all queues that workers have taken and not finished. */
    private void unacknowledged(Connection open, Reading.Builder reading) {
      try {
        Query.UNACKNOWLEDGED.send(open, settings.celeryPrefix() + "unacked");
        reading.put(
            new Resource(ResourceKind.QUEUE, settings.server() + "/unacked"),
            Signal.IN_USE,
            open.getIntegerReply());
      } catch (JedisDataException e) {
        reading.note("unacked: " + e.getMessage());
      }
    }

    private SourceException told(JedisException e) {
      String message = String.valueOf(e.getMessage());
      if (e.getCause() instanceof SocketTimeoutException) {
        return new SourceException(Reason.TIMEOUT, message);
      }
      if (message.contains("max number of clients reached")) {
        Resource full = new Resource(ResourceKind.SERVER_CONNECTIONS, settings.server());
        return new SourceException(
            Reason.FULL, message, new Reading.Builder().put(full, Signal.UTILISATION, 1).build());
      }
      return new SourceException(
          e instanceof JedisDataException ? answered(message) : Reason.CONNECT, message);
    }

    private static Reason answered(String message) {
      String code = message.split(" ", 2)[0];
      return switch (code) {
        case "NOAUTH", "WRONGPASS", "NOPERM" -> Reason.DENIED;
        case "LOADING", "MASTERDOWN", "BUSY" -> Reason.NOT_READY;
        default -> Reason.UNEXPECTED;
      };
    }
  }
}
