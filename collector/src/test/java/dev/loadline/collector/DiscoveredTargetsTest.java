package dev.loadline.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.yaml.YamlDocument;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a discovery finds is scraped, but not wherever it leads. */
class DiscoveredTargetsTest {
  private static final String POOL =
      "loadline_resource_limit{kind=\"pool\",resource=\"orders-db\",library=\"hikaricp\"} 15\n";

  @TempDir Path data;
  @TempDir Path root;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setAddressResolverOptions(
                  new AddressResolverOptions()
                      .setHostsValue(
                          Buffer.buffer(
                              "169.254.169.254 harmless.internal\n127.0.0.1 orders.internal\n"))));

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aNameThatLeadsToCredentialsIsNotFollowed() throws IOException {
    JsonObject targets = settled("harmless.internal:80");

    assertThat(targets.getJsonArray("targets").getJsonObject(0).getString("reason"))
        .isEqualTo(
            "refused: discoveries must not lead to 169.254.169.254; name it under allow if it is"
                + " wanted");
    assertThat(meters.counter("loadline.scrape.failures", "reason", "refused").count())
        .isPositive();
  }

  @Test
  void aMappedAddressIsNotFollowed() throws IOException {
    JsonObject targets = settled("[::ffff:169.254.169.254]:80");

    assertThat(targets.getJsonArray("targets").getJsonObject(0).getString("reason"))
        .startsWith("refused: ");
  }

  @Test
  void aNameThatLeadsElsewhereIsScrapedAndNamesItsHost() throws IOException {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .response()
                        .setStatusCode(
                            request.authority().host().equals("orders.internal") ? 200 : 421)
                        .end(POOL))
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();

    JsonObject answer = settled("orders.internal:" + port);

    JsonObject target = answer.getJsonArray("targets").getJsonObject(0);
    assertThat(target.getString("reason")).isNull();
    assertThat(target.getString("state")).isEqualTo("up");
    assertThat(target.getString("instance")).isEqualTo("orders.internal:" + port);
    JsonObject discovery = answer.getJsonArray("discoveries").getJsonObject(0);
    assertThat(discovery.getString("mechanism")).isEqualTo("file");
    assertThat(discovery.getString("state")).isEqualTo("up");
    assertThat(discovery.getInteger("targets")).isOne();
    assertThat(answer.containsKey("frozen")).isTrue();
    assertThat(answer.getValue("frozen")).isNull();
  }

  @Test
  void aSuddenLossIsShown() throws IOException {
    try (var started = started("127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:3")) {
      await().until(() -> get(started.collector).getJsonArray("targets").size() == 3);
      write("127.0.0.1:1");

      await().until(() -> started.collector.frozen().isPresent());
      JsonObject answer = get(started.collector);
      assertThat(answer.getJsonArray("targets")).hasSize(3);
      assertThat(answer.getJsonObject("frozen").getString("reason"))
          .isEqualTo("file: 3 targets became 1 at once; the old ones stay for 300 s");
      assertThat(answer.getJsonObject("frozen").getInstant("since")).isNotNull();
    }
  }

  private JsonObject settled(String target) throws IOException {
    try (var started = started(target)) {
      await()
          .until(
              () -> {
                var targets = get(started.collector).getJsonArray("targets");
                return !targets.isEmpty()
                    && !targets.getJsonObject(0).getString("state").equals("unknown");
              });
      return get(started.collector);
    }
  }

  private record Started(Collector collector) implements AutoCloseable {
    @Override
    public void close() {
      collector.close().await();
    }
  }

  private Started started(String... targets) throws IOException {
    write(targets);
    CollectorSettings settings =
        YamlDocument.parse(
                "loadline.yaml",
                "interval: 1s\ndiscovery: [{file: {root: " + root + ", interval: 1s}}]")
            .bind(CollectorSettings.class);
    return new Started(Collector.start(vertx, settings, data, meters).await());
  }

  private void write(String... targets) throws IOException {
    Files.writeString(
        root.resolve("a.json"),
        "[{\"targets\":[\"%s\"],\"labels\":{\"job\":\"orders\"}}]"
            .formatted(String.join("\",\"", targets)));
  }

  private JsonObject get(Collector collector) {
    Router router = Router.router(vertx);
    collector.mount(router);
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    var client = vertx.createHttpClient();
    try {
      return client
          .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/targets")
          .compose(request -> request.send().compose(response -> response.body()))
          .await()
          .toJsonObject();
    } finally {
      client.close().await();
      server.close().await();
    }
  }
}
