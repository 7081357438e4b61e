import io.opentelemetry.exporter.prometheus.PrometheusHttpServer;
import io.opentelemetry.instrumentation.hikaricp.v3_0.HikariTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Exports by OpenTelemetry's SDK, of which the agent has a copy too, on a port of its own. */
public final class OpenTelemetryPage {

  private OpenTelemetryPage() {}

  public static void main(String[] arguments) throws Exception {
    int port = freePort();
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setMeterProvider(
                SdkMeterProvider.builder()
                    .registerMetricReader(
                        PrometheusHttpServer.builder().setHost("127.0.0.1").setPort(port).build())
                    .build())
            .build();
    OwnPage.show(
        config ->
            config.setMetricsTrackerFactory(
                HikariTelemetry.create(sdk).createMetricsTrackerFactory()),
        () ->
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                        .build(),
                    BodyHandlers.ofString())
                .body());
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
