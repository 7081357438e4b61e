package dev.loadline.lab.demo;

import dev.loadline.advisor.cli.LoadlineSettings;
import dev.loadline.advisor.cli.Wiring;
import dev.loadline.lab.load.LoadGenerator;
import dev.loadline.lab.load.LoadPlan;
import dev.loadline.lab.part.ChildJvm;
import dev.loadline.lab.part.DatabaseProcess;
import dev.loadline.lab.part.ShopProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Database, shop with agent, and Loadline, all real and all on 127.0.0.1. Closed in the reverse
 * order of their start, as far as that had come.
 */
public final class Rig implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> PATHS = List.of("/orders", "/orders/17", "/orders/4711");
  private static final Duration ENDLESS = Duration.ofDays(1);

  private final DemoSettings settings;
  private final PrintWriter out;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private URI shop = URI.create("http://127.0.0.1:0");
  private int port;

  /** A rig of which nothing has been started yet. */
  public Rig(DemoSettings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  /** Starts all but the load, with one line for each part. */
  public void start() throws IOException {
    requireFree(settings.port());
    int agentPort = freePort();
    String database = startDatabase();
    startShop(database, agentPort);
    startLoadline(agentPort);
  }

  private static void requireFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      probe.setReuseAddress(true);
    } catch (IOException e) {
      throw new IllegalStateException(
          "127.0.0.1:" + port + " is taken (" + e.getMessage() + "); choose another with --port",
          e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private String startDatabase() {
    String data = settings.directory().resolve("postgres").toString();
    ChildJvm database =
        child("database", DatabaseProcess.class, List.of(), List.of(data), Map.of());
    say("database", database.address().replaceFirst("\\?.*", ""));
    return database.address();
  }

  private void startShop(String database, int agentPort) {
    Map<String, String> environment =
        Map.of(
            "OTEL_SERVICE_NAME",
            "orders",
            "OTEL_EXPORTER_PROMETHEUS_PORT",
            Integer.toString(agentPort));
    ChildJvm child =
        child(
            "shop",
            ShopProcess.class,
            List.of("-javaagent:" + AgentJar.find()),
            List.of(database, Long.toString(settings.seed())),
            environment);
    shop = URI.create(child.address());
    say(
        "shop",
        shop
            + "/orders, pool orders-db of 15, agent at http://127.0.0.1:"
            + agentPort
            + "/metrics");
  }

  private ChildJvm child(
      String name,
      Class<?> main,
      List<String> jvm,
      List<String> arguments,
      Map<String, String> environment) {
    List<String> jvmArguments = new java.util.ArrayList<>(jvm);
    jvmArguments.addAll(List.of("-Xmx256m", "-Dlogback.configurationFile=logback-lab.xml"));
    ChildJvm child =
        ChildJvm.start(
            new ChildJvm.Command(name, main, jvmArguments, arguments, environment),
            settings.directory().resolve("logs"),
            PATIENCE);
    add(child);
    return child;
  }

  private void startLoadline(int agentPort) throws IOException {
    String text = settings.configuration(agentPort);
    Path file = Files.writeString(settings.directory().resolve("loadline.yaml"), text);
    try {
      Wiring.Running running =
          Wiring.start(LoadlineSettings.parse(file.toString(), text))
              .await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      add(() -> running.close().await(10, TimeUnit.SECONDS));
      port = running.port();
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "Loadline did not start within " + PATIENCE.toSeconds() + " s", e);
    }
    say("loadline", "http://127.0.0.1:" + port + "/ with " + file);
  }

  /** Starts a load on the shop; closed with the rig, or before. */
  public LoadGenerator load(double requestsPerSecond, long seed) {
    LoadGenerator load =
        LoadGenerator.start(LoadPlan.of(shop, PATHS, requestsPerSecond, seed, ENDLESS));
    add(load);
    return load;
  }

  /** Where Loadline answers. */
  public URI loadline() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private void say(String part, String where) {
    out.printf("  %-10s %s%n", part, where);
    out.flush();
  }

  private synchronized void add(AutoCloseable part) {
    parts.push(part);
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        out.println("  could not stop a part in good order: " + e.getMessage());
      }
    }
  }
}
