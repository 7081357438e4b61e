import com.zaxxer.hikari.metrics.prometheus.PrometheusMetricsTrackerFactory;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.StringWriter;

/** Exports by simpleclient, of which the agent has a copy too, and its default registry. */
public final class SimpleclientPage {

  private SimpleclientPage() {}

  public static void main(String[] arguments) throws Exception {
    OwnPage.show(
        config -> config.setMetricsTrackerFactory(new PrometheusMetricsTrackerFactory()),
        () -> {
          StringWriter page = new StringWriter();
          TextFormat.write004(page, CollectorRegistry.defaultRegistry.metricFamilySamples());
          return page.toString();
        });
  }
}
