import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgPool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;

/** Takes one connection from a pool as it was before the probe fits. */
public final class OldVertxSqlApp {

  public static void main(String[] arguments) throws Exception {
    PgConnectOptions connect =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(Integer.parseInt(arguments[0]))
            .setDatabase("postgres")
            .setUser("postgres")
            .setPassword("postgres");
    PgPool pool = PgPool.pool(Vertx.vertx(), connect, new PoolOptions().setMaxSize(1));
    SqlConnection connection = pool.getConnection().toCompletionStage().toCompletableFuture().get();
    connection.close().toCompletionStage().toCompletableFuture().get();
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }
}
