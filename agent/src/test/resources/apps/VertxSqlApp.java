import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A pool of two: known waits and holds, queries without a connection of their own, a connection that
 * the server ends; pools that let wait in vain; and a connection that is shared. What it prints are bounds that hold however slow
 * the machine is.
 */
public final class VertxSqlApp {

  private static long heldLow;
  private static long heldHigh;
  private static long waitedLow;

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Vertx vertx = Vertx.vertx();
    Pool pool = pool(vertx, port, new PoolOptions().setMaxSize(2));
    Held first = new Held(pool);
    first.giveBack();
    for (int i = 0; i < 2; i++) {
      long from = System.nanoTime();
      got(pool.query("select pg_sleep(0.1)").execute());
      heldLow += TimeUnit.MILLISECONDS.toNanos(100);
      heldHigh += System.nanoTime() - from;
    }
    Held a = new Held(pool);
    Held b = new Held(pool);
    Held c = new Held(pool, pool.getConnection());
    long from = System.nanoTime();
    pause(150);
    waitedLow += System.nanoTime() - from;
    a.giveBack();
    c.take();
    b.giveBack();
    c.giveBack();
    Held ended = new Held(pool);
    failed(ended.connection.query("select pg_terminate_backend(pg_backend_pid())").execute());
    ended.gone();
    System.out.println("held_low " + heldLow);
    System.out.println("held_high " + heldHigh);
    System.out.println("waited_low " + waitedLow);

    PoolOptions late = new PoolOptions().setMaxSize(1).setConnectionTimeout(400);
    Pool slow = pool(vertx, port, late.setConnectionTimeoutUnit(TimeUnit.MILLISECONDS));
    SqlConnection only = got(slow.getConnection());
    failed(slow.getConnection());
    got(only.close());
    Pool full = pool(vertx, port, new PoolOptions().setMaxSize(1).setMaxWaitQueueSize(0));
    SqlConnection sole = got(full.getConnection());
    failed(full.getConnection());
    got(sole.close());
    Pool nowhere = pool(vertx, 1, new PoolOptions().setMaxSize(1));
    failed(nowhere.getConnection());
    SqlClient shared = client(vertx, port, new PoolOptions().setMaxSize(1));
    Future<?> one = shared.query("select pg_sleep(0.1)").execute();
    Future<?> two = shared.query("select pg_sleep(0.1)").execute();
    got(one);
    got(two);
    System.out.println("ready");
    System.in.read();
    System.out.println(pool + " " + slow + " " + full + " " + nowhere + " " + shared);
    System.exit(0);
  }

  private static Pool pool(Vertx vertx, int port, PoolOptions options) {
    return PgPool.pool(vertx, connect(port), options);
  }

  private static SqlClient client(Vertx vertx, int port, PoolOptions options) {
    return PgPool.client(vertx, connect(port), options);
  }

  private static PgConnectOptions connect(int port) {
    return new PgConnectOptions()
        .setHost("127.0.0.1")
        .setPort(port)
        .setDatabase("postgres")
        .setUser("postgres")
        .setPassword("postgres")
        .setPipeliningLimit(4);
  }

  private static <T> T got(Future<T> some) throws Exception {
    return some.toCompletionStage().toCompletableFuture().get();
  }

  private static void failed(Future<?> some) throws Exception {
    try {
      got(some);
      System.out.println("not failed");
    } catch (ExecutionException expected) {
      System.out.println("failed: " + expected.getCause());
    }
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** One connection: when it was asked for, had and given back. */
  private static final class Held {

    final long asked = System.nanoTime();
    final Future<SqlConnection> future;
    SqlConnection connection;
    long since;

    Held(Pool pool, Future<SqlConnection> future) {
      this.future = future;
    }

    Held(Pool pool) throws Exception {
      this(pool, pool.getConnection());
      take();
    }

    void take() throws Exception {
      connection = got(future);
      since = System.nanoTime();
    }

    void giveBack() throws Exception {
      pause(60);
      heldLow += System.nanoTime() - since;
      got(connection.close());
      heldHigh += System.nanoTime() - asked;
    }

    /** The connection is closed by the server, and never given back. */
    void gone() {
      heldHigh += System.nanoTime() - asked;
    }
  }
}
