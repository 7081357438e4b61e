import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Exports by Micrometer. */
public final class MicrometerPage {

  private MicrometerPage() {}

  public static void main(String[] arguments) throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    OwnPage.show(config -> config.setMetricRegistry(registry), registry::scrape);
  }
}
