package dev.loadline.agent.expose;

import com.sun.net.httpserver.HttpServer;
import dev.loadline.agent.config.Settings;
import dev.loadline.agent.probe.Engine;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves {@code /metrics} and {@code /agent/status} on at most two threads. */
public final class MetricsServer {

  private static final int PORTS = 10;
  private static final int BACKLOG = 8;
  private static final int THREADS = 2;

  private MetricsServer() {}

  /**
   * Starts to serve; to be called on a daemon thread. Of ten ports the first free one is taken.
   *
   * @param seam how the seam was put in place, for the status
   * @throws IOException if none of them is free, or the address is not of this machine
   */
  public static void start(Engine engine, Settings settings, String seam) throws IOException {
    HttpServer http = bind(settings.host(), settings.port());
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(new Exposition(engine, settings));
    http.createContext("/agent/status", new Status(engine, settings, seam));
    http.createContext("/metrics", new HTTPServer.HTTPMetricHandler(registry));
    http.setExecutor(Turns.start(THREADS));
    http.start();
    int port = http.getAddress().getPort();
    if (settings.port() != port) {
      System.err.println(
          "loadline: metrics at http://" + settings.host() + ":" + port + "/metrics");
    }
  }

  private static HttpServer bind(String host, int first) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    for (int port = first; ; port++) {
      try {
        return HttpServer.create(new InetSocketAddress(address, port), BACKLOG);
      } catch (BindException taken) {
        if (first == 0 || port == first + PORTS - 1 || port == 65_535) {
          throw new IOException(
              "no free port from " + first + " to " + port + " on " + host, taken);
        }
      }
    }
  }
}
