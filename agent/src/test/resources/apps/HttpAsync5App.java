import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** An asynchronous pool of two, asked three times; given back line by line of the input. */
public final class HttpAsync5App {

  private static final HttpRoute ROUTE = new HttpRoute(new HttpHost("localhost", 80));

  public static void main(String[] arguments) throws Exception {
    PoolingAsyncClientConnectionManager pool = new PoolingAsyncClientConnectionManager();
    pool.setMaxTotal(2);
    pool.setDefaultMaxPerRoute(2);
    Future<AsyncConnectionEndpoint> one = lease(pool);
    Future<AsyncConnectionEndpoint> two = lease(pool);
    Future<AsyncConnectionEndpoint> three = lease(pool);
    one.get();
    two.get();
    System.out.println("ready");
    System.in.read();
    pool.release(one.get(), null, TimeValue.ofSeconds(1));
    pool.release(two.get(), null, TimeValue.ofSeconds(1));
    while (!three.isDone()) {
      LockSupport.parkNanos(1_000_000);
    }
    System.out.println("released");
    System.in.read();
    pool.close();
    System.out.println("closed");
    System.in.read();
    System.exit(0);
  }

  private static Future<AsyncConnectionEndpoint> lease(PoolingAsyncClientConnectionManager pool) {
    return pool.lease("test", ROUTE, null, Timeout.DISABLED, null);
  }
}
