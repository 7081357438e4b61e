import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.FileOutputStream;

/** The JVM through Prometheus' present Java client. */
public class ClientJvm {
  public static void main(String[] arguments) throws Exception {
    JvmMetrics.builder().register();
    System.gc();
    try (FileOutputStream out = new FileOutputStream(arguments[0] + "/prometheus-metrics-jvm.txt")) {
      PrometheusTextFormatWriter.create().write(out, PrometheusRegistry.defaultRegistry.scrape());
    }
  }
}
