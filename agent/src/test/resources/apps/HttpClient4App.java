import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpHost;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.conn.ConnectionRequest;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.apache.http.util.EntityUtils;

/** A pool of two: known waits and holds, a timeout, a cancellation, and real requests. */
public final class HttpClient4App {

  private static final int REQUESTS = 5;
  private static final PoolingHttpClientConnectionManager POOL =
      new PoolingHttpClientConnectionManager();
  private static final HttpRoute ROUTE = new HttpRoute(new HttpHost("localhost", 80));

  private static long heldLow;
  private static long heldHigh;
  private static long waitedLow;
  private static long waitedHigh;

  public static void main(String[] arguments) throws Exception {
    POOL.setMaxTotal(2);
    POOL.setDefaultMaxPerRoute(2);
    Asked a = new Asked(30_000);
    a.get();
    Asked b = new Asked(30_000);
    b.get();
    Asked c = new Asked(30_000);
    Thread waiting = waiting(c);
    pause(150);
    waitedLow += TimeUnit.MILLISECONDS.toNanos(150);
    a.giveBack();
    waiting.join();
    Asked d = new Asked(100);
    d.get();
    waitedLow += TimeUnit.MILLISECONDS.toNanos(99);
    System.out.println("timed_out " + (d.failure instanceof ConnectionPoolTimeoutException ? 1 : 0));
    Asked e = new Asked(30_000);
    Thread cancelled = waiting(e);
    pause(60);
    waitedLow += TimeUnit.MILLISECONDS.toNanos(60);
    e.request.cancel();
    cancelled.join();
    System.out.println("cancelled " + (e.failure == null ? 0 : 1));
    Thread other = new Thread(b::giveBack);
    other.start();
    other.join();
    c.giveBack();
    System.out.println("held_low " + heldLow);
    System.out.println("held_high " + heldHigh);
    System.out.println("waited_low " + waitedLow);
    System.out.println("waited_high " + waitedHigh);
    requests();
    System.out.println("ready");
    System.in.read();
    POOL.shutdown();
    System.exit(0);
  }

  private static Thread waiting(Asked asked) {
    Thread thread = new Thread(asked::get);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
    return thread;
  }

  private static void requests() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(new byte[2]);
          exchange.close();
        });
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    PoolingHttpClientConnectionManager second = new PoolingHttpClientConnectionManager();
    CloseableHttpClient client = HttpClients.custom().setConnectionManager(second).build();
    for (int i = 0; i < REQUESTS; i++) {
      try (CloseableHttpResponse response = client.execute(new HttpGet(address))) {
        System.out.println(response.getStatusLine().getStatusCode());
        EntityUtils.consume(response.getEntity());
      }
    }
    server.stop(0);
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** One request: when it was made, when it was answered. */
  private static final class Asked {

    final long asked = System.nanoTime();
    final long millis;
    final ConnectionRequest request;
    volatile HttpClientConnection unit;
    volatile Exception failure;
    volatile long since;

    Asked(long millis) {
      this.millis = millis;
      request = POOL.requestConnection(ROUTE, null);
    }

    void get() {
      try {
        unit = request.get(millis, TimeUnit.MILLISECONDS);
      } catch (Exception none) {
        failure = none;
      }
      since = System.nanoTime();
      waitedHigh += since - asked;
    }

    void giveBack() {
      pause(40);
      heldLow += System.nanoTime() - since;
      POOL.releaseConnection(unit, null, 1, TimeUnit.SECONDS);
      heldHigh += System.nanoTime() - asked;
    }
  }
}
