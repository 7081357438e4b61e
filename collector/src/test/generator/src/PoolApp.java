import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.concurrent.Executors;
import org.apache.commons.dbcp2.BasicDataSource;

/** A server with a pool of HikariCP and one of DBCP2, for agents to measure. */
public class PoolApp {
  public static void main(String[] arguments) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:orders");
    config.setPoolName("orders-pool");
    config.setMaximumPoolSize(3);
    config.setConnectionTimeout(300);
    config.setRegisterMbeans(true);
    HikariDataSource pool = new HikariDataSource(config);
    BasicDataSource dbcp = new BasicDataSource();
    dbcp.setUrl("jdbc:h2:mem:legacy");
    dbcp.setMaxTotal(9);
    dbcp.setJmxName("org.apache.commons.pool2:type=BasicDataSource,name=legacy");
    Connection held = dbcp.getConnection();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext(
        "/orders",
        exchange -> {
          try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("select 1");
            Thread.sleep(50);
            exchange.sendResponseHeaders(204, -1);
          } catch (Exception e) {
            exchange.sendResponseHeaders(503, -1);
          }
          exchange.close();
        });
    server.start();
    URI orders = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 10; i++) {
      client.send(HttpRequest.newBuilder(orders).build(), HttpResponse.BodyHandlers.discarding());
    }
    Connection first = pool.getConnection();
    Connection second = pool.getConnection();
    Connection third = pool.getConnection();
    try {
      pool.getConnection();
    } catch (java.sql.SQLException e) {
      System.out.println("timed out, as it should");
    }
    third.close();
    System.out.println("READY");
    Thread.sleep(600_000);
    System.out.println(first + " " + second + " " + held);
  }
}
