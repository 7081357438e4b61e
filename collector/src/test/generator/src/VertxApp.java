import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.FileWriter;
import java.util.EnumSet;
import java.util.concurrent.CountDownLatch;

/** Vert.x through Micrometer: once as it comes, once with the label for the pool's name. */
public class VertxApp {
  public static void main(String[] arguments) throws Exception {
    run(arguments[0] + "/vertx.txt", false);
    run(arguments[0] + "/vertx-pool-name.txt", true);
    System.exit(0);
  }

  private static void run(String file, boolean names) throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    MicrometerMetricsOptions metrics =
        new MicrometerMetricsOptions().setEnabled(true).setRegistryName(file).setMicrometerRegistry(registry);
    if (names) {
      EnumSet<Label> labels = EnumSet.copyOf(MicrometerMetricsOptions.DEFAULT_LABELS);
      labels.add(Label.POOL_NAME);
      metrics.setLabels(labels);
    }
    Vertx vertx = Vertx.vertx(new VertxOptions().setMetricsOptions(metrics).setWorkerPoolSize(20));
    CountDownLatch release = new CountDownLatch(1);
    var server =
        vertx.createHttpServer()
            .requestHandler(request -> request.response().end("ok"))
            .listen(0).toCompletionStage().toCompletableFuture().get();
    vertx.eventBus().consumer("orders", message -> message.reply("ok"));
    vertx.eventBus().request("orders", "x").toCompletionStage().toCompletableFuture().get();
    var client = vertx.createHttpClient();
    for (int i = 0; i < 5; i++) {
      client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
          .compose(request -> request.send()).compose(response -> response.body())
          .toCompletionStage().toCompletableFuture().get();
    }
    for (int i = 0; i < 3; i++) {
      vertx.executeBlocking(
          () -> {
            release.await();
            return null;
          },
          false);
    }
    Thread.sleep(500);
    try (FileWriter out = new FileWriter(file)) {
      out.write(registry.scrape());
    }
    release.countDown();
    vertx.close();
  }
}
