import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisServer;

/** Known commands to a real Redis, a pool of two, and what the server itself has counted. */
public final class JedisApp {

  private static final Map<String, Integer> LEDGER = new TreeMap<>();
  private static final AtomicLong HELD_LOW = new AtomicLong();
  private static final AtomicLong HELD_HIGH = new AtomicLong();
  private static final List<JedisPool> SECOND = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    int port = free();
    RedisServer server = new RedisServer(port);
    server.start();
    System.out.println("port " + port);
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(2);
    config.setMaxWaitMillis(30_000);
    JedisPool pool = new JedisPool(config, "localhost", port, 20_000);
    commands(pool);
    pipeline(pool);
    transaction(pool);
    waits(pool);
    timesOut(port);
    refused();
    pooled(port);
    report(port);
    System.out.println("ready");
    System.in.read();
    pool.close();
    server.stop();
    System.exit(0);
  }

  private static void commands(JedisPool pool) {
    Lease lease = new Lease(pool);
    Jedis jedis = lease.jedis;
    for (int i = 0; i < 5; i++) {
      jedis.set("session:" + i, "value");
      count("SET");
    }
    for (int i = 0; i < 7; i++) {
      jedis.get(i < 3 ? "session:" + i : "cart:" + i);
      count("GET");
    }
    jedis.hset("cart:all", "one", "1");
    count("HSET");
    jedis.hget("cart:all", "one");
    jedis.hget("cart:all", "two");
    jedis.hget("elsewhere", "one");
    count("HGET", 3);
    jedis.mget("session:0", "cart:0", "session:1", "elsewhere:1");
    count("MGET");
    fails(() -> jedis.incr("session:0"));
    count("INCR");
    jedis.blpop(1, "nothing");
    count("BLPOP");
    lease.giveBack();
  }

  private static void pipeline(JedisPool pool) {
    Lease lease = new Lease(pool);
    Jedis jedis = lease.jedis;
    Pipeline pipeline = jedis.pipelined();
    for (int i = 0; i < 200; i++) {
      pipeline.set("session:" + i, "value");
      pipeline.get(i % 2 == 0 ? "session:" + i : "cart:" + i);
    }
    pipeline.incr("session:0");
    pipeline.sync();
    count("SET", 200);
    count("GET", 200);
    count("INCR");
    lease.giveBack();
  }

  private static void transaction(JedisPool pool) {
    Lease lease = new Lease(pool);
    Jedis jedis = lease.jedis;
    Transaction transaction = jedis.multi();
    transaction.set("session:0", "value");
    transaction.get("session:0");
    transaction.exec();
    count("MULTI");
    count("SET");
    count("GET");
    count("EXEC");
    lease.giveBack();
  }

  private static void waits(JedisPool pool) throws Exception {
    Lease one = new Lease(pool);
    Lease two = new Lease(pool);
    Thread third = new Thread(() -> new Lease(pool).giveBack());
    third.start();
    while (third.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
    pause(150);
    one.giveBack();
    third.join();
    two.giveBack();
  }

  private static void timesOut(int port) {
    JedisPoolConfig config = new JedisPoolConfig();
    config.setMaxTotal(1);
    config.setMaxWaitMillis(100);
    config.setJmxNamePrefix("carts");
    JedisPool pool = new JedisPool(config, "localhost", port, 20_000);
    Jedis only = pool.getResource();
    int timeouts = 0;
    try {
      pool.getResource();
    } catch (JedisException expected) {
      timeouts++;
    }
    System.out.println("timed_out " + timeouts);
    only.close();
    SECOND.add(pool);
  }

  /** Nothing listens there. */
  private static void refused() throws Exception {
    int port = free();
    System.out.println("refused_port " + port);
    int refused = 0;
    for (int i = 0; i < 3; i++) {
      Jedis jedis = new Jedis("localhost", port);
      try {
        jedis.get("session:0");
      } catch (JedisConnectionException expected) {
        refused++;
      }
    }
    System.out.println("refused " + refused);
  }

  /** The client that hides its pool, from 4.0 on. */
  private static void pooled(int port) throws Exception {
    Object client = client(port);
    for (int i = 0; i < 4 && client != null; i++) {
      client.getClass().getMethod("get", String.class).invoke(client, "session:" + i);
      count("GET");
    }
    System.out.println("pooled " + (client == null ? 0 : 4));
    if (client != null) {
      client.getClass().getMethod("close").invoke(client);
    }
  }

  private static Object client(int port) throws ReflectiveOperationException {
    try {
      return Class.forName("redis.clients.jedis.JedisPooled")
          .getConstructor(String.class, int.class)
          .newInstance("localhost", port);
    } catch (ClassNotFoundException other) {
      try {
        return Class.forName("redis.clients.jedis.RedisClient")
            .getMethod("create", String.class, int.class)
            .invoke(null, "localhost", port);
      } catch (ClassNotFoundException older) {
        return null;
      }
    }
  }

  private static void report(int port) {
    try (Jedis jedis = new Jedis("localhost", port)) {
      for (String line : jedis.info("commandstats").split("\r\n")) {
        if (line.startsWith("cmdstat_")) {
          String calls = line.substring(line.indexOf("calls=") + 6);
          System.out.println(
              "server_"
                  + line.substring(8, line.indexOf(':')).toUpperCase(java.util.Locale.ROOT)
                  + " "
                  + calls.substring(0, calls.indexOf(',')));
        }
      }
    }
    LEDGER.forEach((name, count) -> System.out.println("sent_" + name + " " + count));
    System.out.println("held_low " + HELD_LOW);
    System.out.println("held_high " + HELD_HIGH);
  }

  private static void fails(Runnable command) {
    try {
      command.run();
    } catch (JedisDataException expected) {
      System.out.println("failed as expected");
    }
  }

  private static void count(String name) {
    count(name, 1);
  }

  private static void count(String name, int times) {
    LEDGER.merge(name, times, Integer::sum);
  }

  private static int free() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** One connection while it is borrowed. */
  private static final class Lease {

    final long asked = System.nanoTime();
    final Jedis jedis;
    final long since;

    Lease(JedisPool pool) {
      jedis = pool.getResource();
      since = System.nanoTime();
    }

    void giveBack() {
      HELD_LOW.addAndGet(System.nanoTime() - since);
      jedis.close();
      HELD_HIGH.addAndGet(System.nanoTime() - asked);
    }
  }
}
