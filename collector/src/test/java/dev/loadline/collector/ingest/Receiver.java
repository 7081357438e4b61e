package dev.loadline.collector.ingest;

import dev.loadline.collector.Catalogues;
import dev.loadline.collector.signal.Line;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.store.SqliteSignals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A real server with a real store, to push to. */
final class Receiver implements AutoCloseable {
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final SqliteSignals store;
  private final Vertx vertx = Vertx.vertx();
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  Receiver(Path data, IngestLimits limits) {
    store = SqliteSignals.open(data, meters);
    Router router = Router.router(vertx);
    new IngestRoutes(vertx, limits, Catalogues.builtIn(), store, meters, InstantSource.system())
        .mount(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  HttpResponse<byte[]> post(String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url(path)))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The last value of each line of the service, by its name: {@code pool/db limit value {}}. */
  Map<String, Double> latest(String service) {
    Map<String, Double> latest = new TreeMap<>();
    for (Line line : store.read(service, Instant.EPOCH, Instant.MAX)) {
      Series series = line.series();
      latest.put(
          String.join(
              " ",
              series.resource().toString(),
              series.signal().label(),
              series.part().name().toLowerCase(Locale.ROOT),
              series.labels().toString()),
          line.value(line.size() - 1));
    }
    return latest;
  }

  double count(String name, String... tags) {
    return meters.counter(name, tags).count();
  }

  @Override
  public void close() {
    server.close().await();
    vertx.close().await();
    store.close();
  }
}
