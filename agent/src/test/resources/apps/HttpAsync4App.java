import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;
import org.apache.http.impl.nio.conn.PoolingNHttpClientConnectionManager;
import org.apache.http.impl.nio.reactor.DefaultConnectingIOReactor;
import org.apache.http.util.EntityUtils;

/** An asynchronous pool of two and three requests, answered line by line of the input. */
public final class HttpAsync4App {

  private static final Semaphore ANSWERS = new Semaphore(0);
  private static final CountDownLatch ARRIVED = new CountDownLatch(2);

  public static void main(String[] arguments) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          ARRIVED.countDown();
          ANSWERS.acquireUninterruptibly();
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write(new byte[2]);
          exchange.close();
        });
    server.start();
    PoolingNHttpClientConnectionManager pool =
        new PoolingNHttpClientConnectionManager(new DefaultConnectingIOReactor());
    pool.setMaxTotal(2);
    pool.setDefaultMaxPerRoute(2);
    CloseableHttpAsyncClient client =
        HttpAsyncClients.custom().setConnectionManager(pool).build();
    client.start();
    List<Future<HttpResponse>> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      answers.add(client.execute(new HttpGet(address), null));
    }
    ARRIVED.await();
    System.out.println("ready");
    System.in.read();
    ANSWERS.release(2);
    EntityUtils.consume(answers.get(0).get().getEntity());
    EntityUtils.consume(answers.get(1).get().getEntity());
    System.out.println("released");
    System.in.read();
    client.close();
    System.out.println("closed");
    System.in.read();
    System.exit(0);
  }
}
