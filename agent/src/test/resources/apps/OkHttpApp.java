import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Two turns at a time: calls that run, one that waits, and calls that wait for nobody. */
public final class OkHttpApp {

  private static final CountDownLatch RELEASE = new CountDownLatch(1);
  private static final AtomicInteger SERVED = new AtomicInteger();
  private static final AtomicLong WAITED_HIGH = new AtomicLong();
  private static final AtomicLong HELD_LOW = new AtomicLong();
  private static final AtomicLong HELD_HIGH = new AtomicLong();
  private static final List<Object> OPEN = new ArrayList<>();

  public static void main(String[] arguments) throws Exception {
    HttpServer server = server();
    int port = server.getAddress().getPort();
    System.out.println("port " + port);
    ExecutorService threads = Executors.newCachedThreadPool();
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(2);
    OkHttpClient client = new OkHttpClient.Builder().dispatcher(dispatcher).build();
    at(client, port, "/ok", 5);
    at(client, port, "/missing", 2);
    post(client, port);
    refused(client);
    queued(client, port);
    rejected(client, port);
    Response open = client.newCall(request(port, "/ok")).execute();
    OPEN.add(open);
    System.out.println("served " + SERVED);
    System.out.println("waited_high " + WAITED_HIGH);
    System.out.println("held_low " + HELD_LOW);
    System.out.println("held_high " + HELD_HIGH);
    System.out.println("connections_in_use "
        + (client.connectionPool().connectionCount() - client.connectionPool().idleConnectionCount()));
    System.out.println("ready");
    System.in.read();
    System.exit(OPEN.isEmpty() ? 1 : 0);
  }

  private static HttpServer server() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          SERVED.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          String path = exchange.getRequestURI().getPath();
          if (path.equals("/slow")) {
            released();
          }
          exchange.sendResponseHeaders(path.equals("/missing") ? 404 : 200, 2);
          exchange.getResponseBody().write(new byte[2]);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void released() {
    try {
      RELEASE.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request request(int port, String path) {
    return new Request.Builder().url("http://localhost:" + port + path).build();
  }

  private static void at(OkHttpClient client, int port, String path, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      client.newCall(request(port, path)).execute().body().close();
    }
  }

  private static void post(OkHttpClient client, int port) throws IOException {
    RequestBody body = RequestBody.create(MediaType.parse("text/plain"), "hello");
    Request request =
        new Request.Builder().url("http://localhost:" + port + "/ok").post(body).build();
    client.newCall(request).execute().body().close();
  }

  /** Nothing listens there. */
  private static void refused(OkHttpClient client) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    System.out.println("refused_port " + port);
    int refused = 0;
    try {
      client.newCall(request(port, "/ok")).execute();
    } catch (IOException expected) {
      refused++;
    }
    System.out.println("refused " + refused);
  }

  private static void queued(OkHttpClient client, int port) throws Exception {
    CountDownLatch done = new CountDownLatch(3);
    long first = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      long asked = System.nanoTime();
      client
          .newBuilder()
          .addInterceptor(
              chain -> {
                long from = System.nanoTime();
                WAITED_HIGH.addAndGet(from - asked);
                Response response = chain.proceed(chain.request());
                HELD_LOW.addAndGet(System.nanoTime() - from);
                return response;
              })
          .build()
          .newCall(request(port, "/slow"))
          .enqueue(
              new Callback() {
                @Override
                public void onFailure(Call call, IOException failure) {
                  failure.printStackTrace();
                }

                @Override
                public void onResponse(Call call, Response response) {
                  response.body().close();
                  done.countDown();
                }
              });
    }
    pause(150);
    RELEASE.countDown();
    done.await();
    while (client.dispatcher().runningCallsCount() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
    HELD_HIGH.addAndGet(3 * (System.nanoTime() - first));
  }

  /** Its threads are no more: it fails at once, one way or the other. */
  private static void rejected(OkHttpClient client, int port) {
    ExecutorService none = Executors.newCachedThreadPool();
    none.shutdown();
    OkHttpClient second = client.newBuilder().dispatcher(new Dispatcher(none)).build();
    AtomicInteger failures = new AtomicInteger();
    try {
      second
          .newCall(request(port, "/ok"))
          .enqueue(
              new Callback() {
                @Override
                public void onFailure(Call call, IOException failure) {
                  failures.incrementAndGet();
                }

                @Override
                public void onResponse(Call call, Response response) {
                  response.body().close();
                }
              });
    } catch (RejectedExecutionException expected) {
      failures.incrementAndGet();
    }
    System.out.println("rejected " + failures);
    OPEN.add(second);
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
