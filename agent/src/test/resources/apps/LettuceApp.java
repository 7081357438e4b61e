import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.support.ConnectionPoolSupport;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.embedded.RedisServer;

/** Known commands to a real Redis, one by one and many at once, and what it has counted itself. */
public final class LettuceApp {

  private static final Map<String, Integer> LEDGER = new TreeMap<>();

  public static void main(String[] arguments) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    RedisServer server = new RedisServer(port);
    server.start();
    System.out.println("port " + port);
    RedisClient client = RedisClient.create(RedisURI.create("localhost", port));
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      one(connection.sync());
      many(connection);
      list(connection);
      reactive(connection);
      transaction(connection.sync());
      pool(client);
      report(connection.sync());
      cancelled(client);
    }
    System.out.println("ready");
    System.in.read();
    server.stop();
    System.exit(0);
  }

  private static void one(RedisCommands<String, String> redis) {
    for (int i = 0; i < 5; i++) {
      redis.set("session:" + i, "value");
      count("SET", 1);
    }
    for (int i = 0; i < 7; i++) {
      redis.get(i < 3 ? "session:" + i : "cart:" + i);
      count("GET", 1);
    }
    redis.hset("cart:all", "one", "1");
    count("HSET", 1);
    redis.hget("cart:all", "one");
    redis.hget("cart:all", "two");
    redis.hget("elsewhere", "one");
    count("HGET", 3);
    redis.mget("session:0", "cart:0", "session:1", "elsewhere:1");
    count("MGET", 1);
    try {
      redis.incr("session:0");
    } catch (RedisCommandExecutionException expected) {
      count("INCR", 1);
    }
    redis.blpop(1, "nothing");
    count("BLPOP", 1);
  }

  /** All are given to the connection before any is sent. */
  private static void many(StatefulRedisConnection<String, String> connection) throws Exception {
    RedisAsyncCommands<String, String> redis = connection.async();
    List<RedisFuture<?>> futures = new ArrayList<>();
    connection.setAutoFlushCommands(false);
    for (int i = 0; i < 200; i++) {
      futures.add(redis.set("session:" + i, "value"));
      futures.add(redis.get(i % 2 == 0 ? "session:" + i : "cart:" + i));
    }
    connection.flushCommands();
    connection.setAutoFlushCommands(true);
    for (RedisFuture<?> future : futures) {
      future.get();
    }
    count("SET", 200);
    count("GET", 200);
  }

  private static void list(StatefulRedisConnection<String, String> connection) throws Exception {
    List<AsyncCommand<String, String, String>> futures = new ArrayList<>();
    List<RedisCommand<String, String, ?>> commands = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      CommandArgs<String, String> given =
          new CommandArgs<>(StringCodec.UTF8).addKey("list:" + i).addValue("value");
      AsyncCommand<String, String, String> command =
          new AsyncCommand<>(
              new Command<>(CommandType.SET, new StatusOutput<>(StringCodec.UTF8), given));
      futures.add(command);
      commands.add(command);
    }
    connection.dispatch(commands);
    for (AsyncCommand<String, String, String> future : futures) {
      future.get();
    }
    count("SET", 3);
  }

  private static void reactive(StatefulRedisConnection<String, String> connection) {
    connection.reactive().get("session:0").block();
    connection.reactive().get("elsewhere").block();
    count("GET", 2);
  }

  private static void transaction(RedisCommands<String, String> redis) {
    redis.multi();
    redis.set("session:0", "value");
    redis.get("session:0");
    redis.get("cart:0");
    redis.exec();
    count("MULTI", 1);
    count("SET", 1);
    count("GET", 2);
    count("EXEC", 1);
  }

  private static void pool(RedisClient client) throws Exception {
    GenericObjectPoolConfig config = new GenericObjectPoolConfig();
    config.setMaxTotal(1);
    GenericObjectPool<StatefulRedisConnection<String, String>> pool =
        ConnectionPoolSupport.createGenericObjectPool(client::connect, config);
    for (int i = 0; i < 3; i++) {
      try (StatefulRedisConnection<String, String> connection = pool.borrowObject()) {
        connection.sync().echo("hello");
        count("ECHO", 1);
      }
    }
    KEPT.add(pool);
  }

  private static final List<Object> KEPT = new ArrayList<>();

  private static void cancelled(RedisClient client) {
    StatefulRedisConnection<String, String> connection = client.connect();
    connection.async().brpop(60, "nothing").cancel(true);
    connection.async().brpop(60, "nothing");
    KEPT.add(connection);
  }

  private static void report(RedisCommands<String, String> redis) {
    for (String line : redis.info("commandstats").split("\r\n")) {
      if (line.startsWith("cmdstat_")) {
        String calls = line.substring(line.indexOf("calls=") + 6);
        System.out.println(
            "server_"
                + line.substring(8, line.indexOf(':')).toUpperCase(java.util.Locale.ROOT)
                + " "
                + calls.substring(0, calls.indexOf(',')));
      }
    }
    LEDGER.forEach((name, count) -> System.out.println("sent_" + name + " " + count));
  }

  private static void count(String name, int times) {
    LEDGER.merge(name, times, Integer::sum);
  }
}
