package dev.loadline.agent;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * An application for the tests that gives the agent as much to do as one can: pools of several
 * libraries, two servers, more routes and pools of threads than are told apart. Asked on its
 * standard input, it tells the memory that is in use after a collection, and its threads.
 */
final class BudgetApp {

  static final int ROUTES = 150;
  private static final int EXECUTORS = 80;

  private static final List<DataSource> POOLS = new ArrayList<>();
  private static final List<ExecutorService> THREADS = new ArrayList<>();

  /** The directory of Tomcat, then the pools, each its class and properties after {@code --}. */
  public static void main(String[] arguments) throws Exception {
    Class.forName(StubDriver.class.getName());
    List<String> pool = new ArrayList<>();
    for (String argument : List.of(arguments).subList(2, arguments.length)) {
      if (argument.equals("--")) {
        POOLS.add(JdbcPoolApp.pool(pool.toArray(new String[0])));
        pool.clear();
      } else {
        pool.add(argument);
      }
    }
    POOLS.add(JdbcPoolApp.pool(pool.toArray(new String[0])));
    executors();
    requests(tomcat(arguments[0]), ROUTES);
    requests(jdk(), 1);
    System.out.println("ready");
    System.in.read();
    tell();
    System.in.read();
    System.exit(0);
  }

  private static void executors() throws Exception {
    for (int i = 0; i < EXECUTORS; i++) {
      String name = "pool" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "-";
      ExecutorService threads = Executors.newFixedThreadPool(1, work -> new Thread(work, name));
      threads.submit(() -> {}).get();
      THREADS.add(threads);
    }
  }

  private static int tomcat(String directory) throws Exception {
    Connector connector = new Connector();
    connector.setPort(0);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(directory);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    for (int i = 0; i < ROUTES; i++) {
      Tomcat.addServlet(context, "s" + i, new Borrower()).addMapping("/" + i + "/*");
    }
    tomcat.start();
    return connector.getLocalPort();
  }

  private static int jdk() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/0/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server.getAddress().getPort();
  }

  private static void requests(int port, int routes) throws IOException {
    for (int i = 0; i < routes; i++) {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/" + i + "/x").toURL().openConnection();
      if (connection.getResponseCode() != 200) {
        throw new IOException("" + connection.getResponseCode());
      }
      connection.disconnect();
    }
  }

  private static final class Borrower extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      for (DataSource pool : POOLS) {
        try (Connection connection = pool.getConnection()) {
          connection.createStatement().execute("0");
        } catch (SQLException e) {
          throw new IOException(e);
        }
      }
    }
  }

  private static void tell() {
    System.gc();
    System.gc();
    System.out.println(
        "heap " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    long metaspace = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        metaspace = pool.getUsage().getUsed();
      }
    }
    System.out.println("metaspace " + metaspace);
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      System.out.println("thread " + thread.getName());
    }
    System.out.println("told");
  }

  private BudgetApp() {}
}
