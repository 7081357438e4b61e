import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Requests of two routes hold connections, and so do others; prints how long, as it saw it. */
public final class RouteApp {

  private static long slow;
  private static long fast;
  private static long handedOn;
  private static final AtomicLong TASKS = new AtomicLong();
  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(2);
  private static HikariDataSource pool;

  public static void main(String[] arguments) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setPoolName("orders");
    config.setMaximumPoolSize(2);
    config.setDataSource(stub(DataSource.class, (proxy, method, values) -> connection()));
    pool = new HikariDataSource(config);
    hold(0);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/slow", RouteApp::slow);
    server.createContext("/fast", RouteApp::fast);
    server.createContext("/handed-on", RouteApp::handedOn);
    server.createContext("/tasks", RouteApp::tasks);
    server.start();
    int port = server.getAddress().getPort();
    for (String path : new String[] {"/slow/1", "/slow/2", "/fast/1", "/fast/2", "/handed-on", "/tasks/1"}) {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      System.out.println(path + " " + connection.getResponseCode());
    }
    hold(30);
    WORKERS.shutdown();
    System.out.println("all done " + WORKERS.awaitTermination(1, TimeUnit.MINUTES));
    System.out.println("tasks " + TASKS);
    System.out.println("slow " + slow);
    System.out.println("fast " + fast);
    System.out.println("handed-on " + handedOn);
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }

  private static void slow(HttpExchange exchange) {
    slow += hold(80) + hold(10);
    answer(exchange);
  }

  private static void fast(HttpExchange exchange) {
    fast += hold(20);
    answer(exchange);
  }

  private static void handedOn(HttpExchange exchange) {
    try {
      Connection connection = pool.getConnection();
      long from = System.nanoTime();
      Thread other = new Thread(() -> close(connection));
      pause(25);
      other.start();
      other.join();
      handedOn += System.nanoTime() - from;
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    answer(exchange);
  }

  /** One task ends before the answer, and one after it. */
  private static void tasks(HttpExchange exchange) {
    try {
      WORKERS.submit(() -> TASKS.addAndGet(hold(40))).get();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    WORKERS.execute(() -> TASKS.addAndGet(hold(300)));
    answer(exchange);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long hold(long millis) {
    try {
      Connection connection = pool.getConnection();
      long from = System.nanoTime();
      pause(millis);
      connection.close();
      return System.nanoTime() - from;
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void answer(HttpExchange exchange) {
    try {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    } catch (java.io.IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Connection connection() {
    return stub(
        Connection.class,
        (proxy, method, values) -> {
          Class<?> type = method.getReturnType();
          if (type == boolean.class) {
            return !method.getName().equals("isClosed");
          }
          return type == int.class ? (Object) 0 : null;
        });
  }

  private static <T> T stub(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(RouteApp.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + millis * 1_000_000;
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
