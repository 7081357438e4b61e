package dev.loadline.lab.bench;

import dev.loadline.lab.fetch.Libraries;
import dev.loadline.lab.fetch.Sources;
import dev.loadline.lab.part.JavaRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A shop of Tomcat, HikariCP and H2 in a JVM of its own, and requests to it. */
final class ShopRun {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CLIENTS = 2;

  private ShopRun() {}

  static JavaRun.Command command(Path directory) throws IOException {
    String libraries =
        Libraries.classPath(
            "org.apache.tomcat.embed:tomcat-embed-core:10.1.59",
            "com.zaxxer:HikariCP:7.1.0",
            "com.h2database:h2:2.4.240");
    Path classes = Files.createTempDirectory(directory, "shop");
    Sources.compile(classes, libraries, "ShopApp");
    return new JavaRun.Command(
        Path.of(System.getProperty("java.home")),
        List.of("-Xmx256m"),
        classes + File.pathSeparator + libraries,
        "ShopApp",
        List.of(classes.toString()));
  }

  /** Waits until it serves, and returns its port. */
  static int port(JavaRun run) throws IOException, InterruptedException {
    run.await("ready", PATIENCE);
    return run.out()
        .lines()
        .filter(line -> line.startsWith("port "))
        .mapToInt(line -> Integer.parseInt(line.substring("port ".length())))
        .findFirst()
        .orElseThrow();
  }

  /** Sends so many requests over two connections that are kept, each after the answer before. */
  static void load(int port, int requests) throws InterruptedException {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      Callable<Void> client =
          () -> {
            try (KeptConnection connection = new KeptConnection(port)) {
              for (int i = 0; i < requests / CLIENTS; i++) {
                connection.get("/" + i % 10 + "/x");
              }
            }
            return null;
          };
      for (Future<Void> done : clients.invokeAll(List.of(client, client))) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the shop does not answer: " + e.getCause(), e);
    } finally {
      clients.shutdownNow();
    }
  }
}
