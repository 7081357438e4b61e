package dev.loadline.lab.shop;

import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/**
 * The order shop: {@code /orders}, {@code /orders/{id}} and {@code /health} on embedded Tomcat.
 *
 * <p>It is built so that the pool is what fills first: with 15 connections held 100 ms on average
 * it serves 15 / 0.100 s = 150 requests/s, while 400 threads and two CPU cores would allow many
 * more.
 */
public final class Shop implements AutoCloseable {
  private final Tomcat tomcat;
  private final OrderStore store;

  private Shop(Tomcat tomcat, OrderStore store) {
    this.tomcat = tomcat;
    this.store = store;
  }

  /**
   * How the shop is set up.
   *
   * @param jdbcUrl where its database is
   * @param seed of the hold times
   * @param connections size of the pool
   * @param connectionTimeout how long a request waits for a connection before it is answered with
   *     503
   * @param threads that serve requests; more than can wait for the pool at once, or the queue would
   *     form out of its sight
   */
  public record Settings(
      String jdbcUrl, long seed, int connections, Duration connectionTimeout, int threads) {
    /** The shop of the demo: 15 connections, 2 s, 400 threads. */
    public static Settings of(String jdbcUrl, long seed) {
      return new Settings(jdbcUrl, seed, 15, Duration.ofSeconds(2), 400);
    }
  }

  /** Opens a shop on a free port of 127.0.0.1. */
  public static Shop open(Settings settings) {
    OrderStore store = new OrderStore(settings);
    Tomcat tomcat = tomcat(settings.threads());
    Context context = tomcat.addContext("", null);
    route(context, "orders", new OrdersServlet(store), List.of("/orders", "/orders/*"));
    route(context, "health", new HealthServlet(), List.of("/health"));
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      store.close();
      throw new IllegalStateException("the shop could not open: " + e.getMessage(), e);
    }
    return new Shop(tomcat, store);
  }

  private static Tomcat tomcat(int threads) {
    Connector connector = new Connector();
    connector.setPort(0);
    Map.of(
            "address", "127.0.0.1",
            "maxThreads", Integer.toString(threads),
            "maxKeepAliveRequests", "-1",
            "acceptCount", "1000")
        .forEach(connector::setProperty);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Objects.requireNonNull(System.getProperty("java.io.tmpdir")));
    tomcat.setConnector(connector);
    return tomcat;
  }

  private static void route(Context context, String name, Servlet servlet, List<String> patterns) {
    Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
    wrapper.setLoadOnStartup(1);
    patterns.forEach(wrapper::addMapping);
  }

  /** The port that it serves on. */
  public int port() {
    return tomcat.getConnector().getLocalPort();
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException("the shop could not close: " + e.getMessage(), e);
    } finally {
      store.close();
    }
  }
}
