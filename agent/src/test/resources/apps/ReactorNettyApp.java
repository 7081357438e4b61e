import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Two connections to a server that answers when it is told to: known holds, a wait; and one
 * connection for which a second request waits in vain. What it prints are lower bounds.
 */
public final class ReactorNettyApp {

  private static final AtomicLong HELD = new AtomicLong();
  private static final AtomicInteger DONE = new AtomicInteger();
  private static volatile CountDownLatch arrived = new CountDownLatch(0);
  private static volatile CountDownLatch answer = new CountDownLatch(0);

  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ReactorNettyApp::serve);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    int port = server.getAddress().getPort();
    HttpClient client = client(port, "shop", 2, 30_000);
    for (int i = 0; i < 3; i++) {
      get(client).await();
    }
    arrived = new CountDownLatch(2);
    answer = new CountDownLatch(1);
    CountDownLatch one = get(client);
    CountDownLatch two = get(client);
    arrived.await();
    CountDownLatch three = get(client);
    pause(400);
    answer.countDown();
    one.await();
    two.await();
    three.await();
    System.out.println("held " + HELD.get());
    HttpClient impatient = client(port, "late", 1, 300);
    arrived = new CountDownLatch(1);
    answer = new CountDownLatch(1);
    CountDownLatch four = get(impatient);
    arrived.await();
    get(impatient).await();
    answer.countDown();
    four.await();
    System.out.println("port " + port);
    System.out.println("answered " + DONE);
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }

  private static HttpClient client(int port, String name, int most, long patience) {
    ConnectionProvider provider =
        ConnectionProvider.builder(name)
            .maxConnections(most)
            .pendingAcquireTimeout(Duration.ofMillis(patience))
            .build();
    return HttpClient.create(provider).baseUrl("http://127.0.0.1:" + port);
  }

  private static CountDownLatch get(HttpClient client) {
    CountDownLatch done = new CountDownLatch(1);
    client
        .get()
        .uri("/")
        .responseContent()
        .aggregate()
        .asString()
        .subscribe(
            text -> DONE.incrementAndGet(), error -> done.countDown(), () -> done.countDown());
    return done;
  }

  private static void serve(HttpExchange exchange) throws IOException {
    long from = System.nanoTime();
    arrived.countDown();
    pause(50);
    try {
      answer.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    HELD.addAndGet(System.nanoTime() - from);
    exchange.sendResponseHeaders(200, 2);
    exchange.getResponseBody().write(new byte[] {'o', 'k'});
    exchange.close();
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
